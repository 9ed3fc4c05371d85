// Shrinks the canvas to the frame, colours: each pixel the mean of the canvas below it, by up to 8 × 8 taps.
precision highp float;
varying vec2 place;
uniform sampler2D canvas;
uniform vec2 taps;
uniform vec2 frameSize;
void main(void) {
  vec3 sum = vec3(0.0);
  for (int y = 0; y < 8; y++) {
    for (int x = 0; x < 8; x++) {
      if (float(x) < taps.x && float(y) < taps.y) {
        vec2 inside = (vec2(float(x), float(y)) + 0.5) / taps - 0.5;
        sum += texture2D(canvas, place + inside / frameSize).rgb;
      }
    }
  }
  gl_FragColor = vec4(sum / (taps.x * taps.y), 1.0);
}
