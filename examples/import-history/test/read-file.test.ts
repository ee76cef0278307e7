import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readFile } from '../src/read-file.js'
import { quoted } from '../src/refused.js'
import { timeOf } from '../src/times.js'
import { header, line, logOf, readText, silent } from './support.js'

const refusals = async (...lines: ReadonlyArray<string>) =>
  (await logOf(`${[header, ...lines].join('\n')}\n`)).refused.map((r) => [
    r.line,
    r.reason,
    r.detail,
  ])

describe('a line is refused', () => {
  const bad: ReadonlyArray<readonly [string, string, string]> = [
    [
      'Ticket 1,Wait,Amina',
      'columns missing',
      '3 of 8 columns: left out, or the line was cut short',
    ],
    [
      line().replace('Boiler,', ''),
      'columns missing',
      '7 of 8 columns: left out, or the line was cut short',
    ],
    [`${line()},`, 'too many columns', '9 for 8'],
    [line({ id: '' }), 'empty column', 'Case ID'],
    [line({ id: '  ' }), 'empty column', 'Case ID'],
    [line({ by: '' }), 'empty column', 'Resource'],
    [line({ at: '' }), 'empty column', 'Complete Timestamp'],
    [',,,,,,,', 'empty column', 'Case ID'],
    [line({ activity: 'Forget ticket' }), 'unknown activity', '"Forget ticket"'],
    [line({ activity: 'closed' }), 'unknown activity', '"closed"'],
    [line({ at: '2012/02/30 10:00:00.000' }), 'wrong date', '"2012/02/30 10:00:00.000"'],
    [line({ at: 'yesterday' }), 'wrong date', '"yesterday"'],
    [line({ by: '"Amina' }), 'quotes do not balance', quoted(line({ by: '"Amina' }))],
    [line({ by: 'Am"ina' }), 'quotes do not balance', quoted(line({ by: 'Am"ina' }))],
    [line({ by: '"Am"ina"' }), 'quotes do not balance', quoted(line({ by: '"Am"ina"' }))],
    [line({ id: 'Ticket\t1' }), 'unusable text', 'Case ID: "Ticket\ufffd1"'],
    [line({ by: 'a'.repeat(201) }), 'unusable text', `Resource: "${'a'.repeat(59)}…"`],
  ]
  for (const [text, reason, detail] of bad)
    it(`for ${reason}: ${quoted(text)}, and the rest is read`, async () => {
      const { refused, cases, lines } = await logOf([header, line(), text, line()].join('\n'))
      expect(refused).toEqual([{ line: 3, reason, detail }])
      expect(cases.map((each) => each.lines.length)).toEqual([2])
      expect(lines).toBe(3)
    })

  it('that the end of the file cut short, but not one that is only without a line end', async () => {
    const cut = await logOf([header, line(), 'Ticket 1,Wa'].join('\n'))
    expect(cut.refused).toEqual([
      { line: 3, reason: 'cut short', detail: '2 of 8 columns, and the file ends' },
    ])
    expect((await logOf([header, line()].join('\n'))).refused).toEqual([])
  })

  it('that is not UTF-8', async () => {
    const latin1 = Buffer.from([header, line({ by: 'Zoë' })].join('\n'), 'latin1')
    expect((await logOf(latin1)).refused.map(({ reason }) => reason)).toEqual(['unusable text'])
  })

  it('alone, though its open quote is closed by another such line', async () => {
    expect(await refusals(line({ by: '"Amina' }), line(), line({ by: 'Amina"' }), line())).toEqual([
      [2, 'quotes do not balance', quoted(line({ by: '"Amina' }))],
      [4, 'quotes do not balance', quoted(line({ by: 'Amina"' }))],
    ])
  })

  it('by its own number, far into a file and behind blank lines', async () => {
    const many = Array.from({ length: 2500 }, () => line())
    expect(await refusals(...many, '', '   ', 'Ticket 1', ...many, 'Ticket 2')).toEqual([
      [2504, 'columns missing', '1 of 8 columns: left out, or the line was cut short'],
      [5005, 'columns missing', '1 of 8 columns: left out, or the line was cut short'],
    ])
  })
})

describe('a file is read', () => {
  it('with a byte order mark, CRLF, blank lines, quotes and columns in any order', async () => {
    const { cases, refused, lines } = await logOf(
      [
        '\ufeffworkgroup,Activity,extra,Case ID,Complete Timestamp,Resource,customer,product,responsible_section',
        '',
        'First line,Wait,x,Ticket 1,2026/03/02 08:00:00.000,Amina,"Bar ""Centrale""","Oven, 24 kW",Ovens',
        '',
      ].join('\r\n'),
    )
    expect(refused).toEqual([])
    expect(lines).toBe(1)
    expect(cases[0]?.lines[0]).toMatchObject({
      number: 3,
      customer: 'Bar "Centrale"',
      product: 'Oven, 24 kW',
      workgroup: 'First line',
    })
  })

  it('with its cases mixed, each in the order of time and then of the file', async () => {
    const { cases } = await logOf(
      [
        header,
        line({ id: 'B', at: '2026/03/02 09:00:00.000', by: 'second' }),
        line({ id: 'A' }),
        line({ id: 'B', by: 'first' }),
        line({ id: 'B', at: '2026/03/02 09:00:00.000', by: 'third' }),
      ].join('\n'),
    )
    expect(cases.map(({ id, lines }) => [id, ...lines.map(({ resource }) => resource)])).toEqual([
      ['B', 'first', 'second', 'third'],
      ['A', 'Amina'],
    ])
  })

  it('only if its first line is of a known kind; else it is said what each kind lacks', async () => {
    const told = async (text: string) => {
      const read = await readText(text)
      return read._tag === 'Unknown' ? read.kinds.map(({ name, lacks }) => [name, ...lacks]) : read
    }
    expect(await told('Case ID,Activity,customer,sent\n1,2,3,4\n')).toEqual([
      [
        'help-desk log',
        ...['Resource', 'Complete Timestamp', 'product', 'responsible_section', 'workgroup'],
      ],
      [
        'file of survey answers',
        ...['Survey ID', 'channel', 'open until', 'answered', 'csat', 'nps', 'effort'],
      ],
      ['file of purchases', 'a first line like that'],
    ])
    expect(await readText('"Case ID\n')).toMatchObject({ _tag: 'Unknown' })
    expect(await readText(' 00004 0001\n')).toMatchObject({ _tag: 'Unknown' })
  })

  it('not if it is empty, blank, a folder, or not there', async () => {
    expect(await readText('')).toMatchObject({ _tag: 'Unreadable', why: 'it is empty' })
    expect(await readText('\n \r\n')).toMatchObject({ _tag: 'Unreadable', why: 'it is empty' })
    const folder = await readFile(tmpdir(), () => silent)
    expect(folder).toMatchObject({
      _tag: 'Unreadable',
      why: expect.stringContaining('EISDIR') as string,
    })
    const nowhere = await readFile(join(tmpdir(), 'no-such-file'), () => silent)
    expect(nowhere).toMatchObject({
      _tag: 'Unreadable',
      why: expect.stringContaining('ENOENT') as string,
    })
  })
})

describe('a time of the log', () => {
  it('is UTC', () => {
    expect(timeOf('2012/10/09 14:50:17.000')).toBe(Date.UTC(2012, 9, 9, 14, 50, 17))
    expect(timeOf('2012/02/29 23:59:59.999')).toBe(Date.UTC(2012, 1, 29, 23, 59, 59, 999))
  })

  for (const wrong of [
    '2011/02/29 00:00:00.000',
    '2012/00/10 00:00:00.000',
    '2012/13/01 00:00:00.000',
    '2012/04/31 00:00:00.000',
    '2012/10/09 24:00:00.000',
    '2012/10/09 23:60:00.000',
    '2012/10/09 23:59:60.000',
    '0050/10/09 14:50:17.000',
    '2012-10-09 14:50:17.000',
    '2012/10/09 14:50:17',
    ' 2012/10/09 14:50:17.000',
  ])
    it(`is not ${wrong}`, () => expect(timeOf(wrong)).toBeUndefined())
})
