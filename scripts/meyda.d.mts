export const MEYDA: readonly string[];
