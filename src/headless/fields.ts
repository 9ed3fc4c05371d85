/** Reads fields of parsed JSON; every error names the field by its path and says what is wanted. */
import type { Triple } from "../world/vector.js";

export interface Fields {
  readonly path: string;
  has(name: string): boolean;
  fail(name: string, wanted: string): never;
  text(name: string): string;
  optionalText(name: string): string | undefined;
  oneOf<T extends string>(name: string, known: readonly T[]): T;
  optionalTexts(name: string): readonly string[] | undefined;
  optionalTexts<T extends string>(name: string, known: readonly T[]): readonly T[] | undefined;
  /** Finite, and not below `least`. */
  number(name: string, least?: number): number;
  optionalNumber(name: string, least?: number): number | undefined;
  triple(name: string): Triple;
  optionalTriple(name: string): Triple | undefined;
  /** A triple of length 1, made so. */
  direction(name: string): Triple;
  optionalDirection(name: string): Triple | undefined;
  object<T>(name: string, read: (fields: Fields) => T): T | undefined;
  list(name: string): Fields[];
  optionalList(name: string): Fields[];
  /** The field as it came. */
  raw(name: string): unknown;
}

/** @throws RangeError if `data` is no object. */
export function fieldsOf(data: unknown, path: string): Fields {
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new RangeError(`${path} must be an object, got ${show(data)}`);
  }
  return new JsonFields(data as Record<string, unknown>, path);
}

class JsonFields implements Fields {
  constructor(
    private readonly data: Record<string, unknown>,
    readonly path: string,
  ) {}

  raw(name: string): unknown {
    return this.data[name] ?? undefined;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  fail(name: string, wanted: string): never {
    throw new RangeError(`${this.path}.${name} must be ${wanted}, got ${show(this.data[name])}`);
  }

  text(name: string): string {
    const value = this.raw(name);
    return typeof value === "string" ? value : this.fail(name, "a string");
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T {
    return known.find((word) => word === this.raw(name)) ?? this.fail(name, `one of ${known.join(", ")}`);
  }

  optionalTexts<T extends string>(name: string, known?: readonly T[]): readonly T[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    const fits = (item: unknown) => typeof item === "string" && (!known || known.includes(item as T));
    if (Array.isArray(value) && value.every(fits)) return value as T[];
    return this.fail(name, known ? `a list of ${known.join(", ")}` : "a list of strings");
  }

  number(name: string, least = Number.NEGATIVE_INFINITY): number {
    const value = this.raw(name);
    if (typeof value === "number" && Number.isFinite(value) && value >= least) return value;
    return this.fail(name, Number.isFinite(least) ? `a number of ${least} or more` : "a finite number");
  }

  optionalNumber(name: string, least?: number): number | undefined {
    return this.has(name) ? this.number(name, least) : undefined;
  }

  triple(name: string): Triple {
    const value = this.raw(name);
    const fits = Array.isArray(value) && value.length === 3 && value.every((v) => Number.isFinite(v));
    return fits ? (value as unknown as Triple) : this.fail(name, "three finite numbers [x, y, z]");
  }

  optionalTriple(name: string): Triple | undefined {
    return this.has(name) ? this.triple(name) : undefined;
  }

  direction(name: string): Triple {
    const [x, y, z] = this.triple(name);
    const length = Math.hypot(x, y, z);
    return length > 1e-6
      ? [x / length, y / length, z / length]
      : this.fail(name, "a direction longer than 0");
  }

  optionalDirection(name: string): Triple | undefined {
    return this.has(name) ? this.direction(name) : undefined;
  }

  object<T>(name: string, read: (fields: Fields) => T): T | undefined {
    return this.has(name) ? read(fieldsOf(this.raw(name), `${this.path}.${name}`)) : undefined;
  }

  list(name: string): Fields[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) return this.fail(name, "a list");
    return value.map((item, at) => fieldsOf(item, `${this.path}.${name}[${at}]`));
  }

  optionalList(name: string): Fields[] {
    return this.has(name) ? this.list(name) : [];
  }
}

function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text === undefined ? "nothing" : text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
