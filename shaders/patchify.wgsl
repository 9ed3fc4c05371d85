// Cuts the frame into patches: rgba8 256 × 144, row 0 the top, to f32 [144 patches, 16 rows × 16 columns × rgb], 0..1.
@group(0) @binding(0) var frame: texture_2d<f32>;
@group(0) @binding(1) var<storage, read_write> patches: array<f32>;

const PATCH = 16u;
const COLUMNS = 16u;
const ROWS = 9u;

@compute @workgroup_size(16, 16)
fn patchify(@builtin(global_invocation_id) pixel: vec3u) {
  if (pixel.x >= COLUMNS * PATCH || pixel.y >= ROWS * PATCH) {
    return;
  }
  let patchIndex = (pixel.y / PATCH) * COLUMNS + pixel.x / PATCH;
  let inside = (pixel.y % PATCH) * PATCH + pixel.x % PATCH;
  let at = (patchIndex * PATCH * PATCH + inside) * 3u;
  let colour = textureLoad(frame, pixel.xy, 0);
  patches[at] = colour.r;
  patches[at + 1u] = colour.g;
  patches[at + 2u] = colour.b;
}
