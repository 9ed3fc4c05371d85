/** The modules of Meyda that src/model imports: what a dev server that looks for no dependencies must be told. */
export const MEYDA = ["loudness", "mfcc", "spectralCentroid", "spectralFlatness"].map(
  (name) => `meyda/dist/esm/extractors/${name}.js`,
);
