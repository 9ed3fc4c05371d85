// Shrinks the canvas to the frame, places: one quad over the frame, turned so that row 0 comes out as the top.
attribute vec2 position;
varying vec2 place;
void main(void) {
  place = vec2(position.x, -position.y) * 0.5 + 0.5;
  gl_Position = vec4(position, 0.0, 1.0);
}
