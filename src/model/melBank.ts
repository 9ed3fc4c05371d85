/** Top of the bank, Hz: half of 44.1 kHz, so that a coefficient means the same at every sample rate. */
const TOP_HERTZ = 22050;

/**
 * Triangular mel filters from 0 to 22.05 kHz whatever the sample rate (Meyda's own bank stretches to
 * half the sample rate, which would shift every coefficient between 44.1 and 48 kHz).
 * Rows: filters; columns: length / 2 + 1 bins. Filters above half the sample rate are empty.
 */
export function createMelBank(filters: number, sampleRate: number, length: number): number[][] {
  const toMel = (hertz: number) => 1125 * Math.log1p(hertz / 700);
  const toHertz = (mel: number) => 700 * Math.expm1(mel / 1125);
  const bins = length / 2 + 1;
  const edge = (i: number) => (toHertz((toMel(TOP_HERTZ) * i) / (filters + 1)) * length) / sampleRate;
  return Array.from({ length: filters }, (_, f) => {
    const [low, peak, high] = [edge(f), edge(f + 1), edge(f + 2)];
    return Array.from({ length: bins }, (_, bin) =>
      Math.max(0, Math.min((bin - low) / (peak - low), (high - bin) / (high - peak))),
    );
  });
}
