// Object-id pass, colour: which entity a pixel shows, low byte in red and high byte in green, 0 for none.
uniform vec2 objectId;
void main(void) {
  gl_FragColor = vec4(objectId, 0.0, 1.0);
}
