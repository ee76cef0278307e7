/**
 * Who acts, and in which part.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

export interface ActorIdBrand {
  readonly ActorId: unique symbol
}

/** The host's own id of a person, department or policy: 1 to 200 UTF-16 units, one of them visible. */
export type ActorId = t.Branded<string, ActorIdBrand>

export const ActorId: t.Type<ActorId, string> = t.brand(
  t.string,
  (s): s is ActorId => s.trim() !== '' && s.length <= 200 && !/\p{Surrogate}/u.test(s),
  'ActorId',
)

export interface RoleBrand {
  readonly Role: unique symbol
}

/** In which part someone acts; what a role may decide is the host's to say. */
export type Role = t.Branded<string, RoleBrand>

export const Role: t.Type<Role, string> = t.brand(
  t.string,
  (s): s is Role => /^[a-zA-Z][\w-]{0,63}$/.test(s),
  'Role',
)

/** Whoever acts, a person, a department or a policy, by id and never by name, and in which role. */
export const Actor = t.readonly(t.strict({ id: ActorId, role: Role }), 'Actor')
export type Actor = t.TypeOf<typeof Actor>
