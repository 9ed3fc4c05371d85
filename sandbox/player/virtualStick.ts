import { element } from "../ui/element.js";

const REACH = 42;

/** A thumb stick for touch screens. Where a mouse is at hand, style hides it. */
export class VirtualStick {
  right = 0;
  ahead = 0;
  private readonly knob = element("i", "stick-knob");
  private readonly base = element("div", "stick", { "aria-hidden": "true" }, this.knob);

  constructor(home: HTMLElement, onMove: (right: number, ahead: number) => void) {
    home.append(this.base);
    this.base.addEventListener("pointerdown", (event) => {
      this.base.setPointerCapture(event.pointerId);
      this.follow(event);
      event.preventDefault();
    });
    this.base.addEventListener("pointermove", (event) => {
      if (this.base.hasPointerCapture(event.pointerId)) this.follow(event);
      onMove(this.right, this.ahead);
    });
    for (const end of ["pointerup", "pointercancel"] as const)
      this.base.addEventListener(end, () => this.centre());
  }

  private follow(event: PointerEvent): void {
    const box = this.base.getBoundingClientRect();
    const [dx, dy] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    const length = Math.max(1, Math.hypot(dx, dy) / REACH);
    this.right = dx / length / REACH;
    this.ahead = -dy / length / REACH;
    this.knob.style.transform = `translate(${this.right * REACH}px, ${-this.ahead * REACH}px)`;
  }

  private centre(): void {
    this.right = 0;
    this.ahead = 0;
    this.knob.style.transform = "";
  }
}
