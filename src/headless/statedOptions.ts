import type { EntityOptions } from "../world/entity.js";
import { asShape, type CaseEntity, optional } from "./focusCase.js";

/** All that a described entity states, as the author's word. */
export function statedOptions(entity: CaseEntity): EntityOptions {
  return {
    id: entity.id,
    hasFront: entity.yaw !== undefined,
    ...optional("kind", entity.kind),
    ...optional("label", entity.label),
    ...optional("names", entity.names),
    ...optional("description", entity.description),
    ...optional("colour", entity.colour),
    ...optional("shape", asShape(entity.shape)),
    ...optional("size", entity.size),
  };
}
