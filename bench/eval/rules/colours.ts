/** The nearest of a few basic colours, by sRGB: as crude as a rule may be. */
const BASIC: Readonly<Record<string, readonly [number, number, number]>> = {
  red: [208, 32, 32],
  orange: [240, 140, 32],
  yellow: [240, 220, 32],
  green: [32, 160, 48],
  blue: [32, 64, 208],
  purple: [128, 48, 176],
  brown: [120, 72, 32],
  white: [245, 245, 245],
  light: [190, 190, 190],
  gray: [128, 128, 128],
  dark: [64, 64, 64],
  black: [16, 16, 16],
};

export const NAMED_COLOURS: ReadonlySet<string> = new Set(Object.keys(BASIC));

/** @param colour "#rrggbb" */
export function colourWordOf(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const away = ([, basic]: [string, readonly number[]]) =>
    basic.reduce((sum, value, i) => sum + (value - channels[i]!) ** 2, 0);
  return Object.entries(BASIC).sort((a, b) => away(a) - away(b))[0]![0];
}
