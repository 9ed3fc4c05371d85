import type { Player } from "./player.js";
import { VirtualStick } from "./virtualStick.js";

const KEYS: Readonly<Record<string, readonly [right: number, ahead: number, turn: number]>> = {
  KeyW: [0, 1, 0],
  ArrowUp: [0, 1, 0],
  KeyS: [0, -1, 0],
  ArrowDown: [0, -1, 0],
  KeyA: [-1, 0, 0],
  KeyD: [1, 0, 0],
  ArrowLeft: [0, 0, -1],
  ArrowRight: [0, 0, 1],
  KeyQ: [0, 0, -1],
  KeyE: [0, 0, 1],
};
const TURN_SPEED = 1.9;
const DRAG = 0.0042;
const LOCKED = 0.0022;

/** Keys walk, dragging looks (a double click locks the pointer), a stick walks on touch screens. */
export class Controls {
  private readonly held = new Set<string>();
  private dragging: number | null = null;
  private readonly stick: VirtualStick;

  constructor(
    private readonly player: Player,
    private readonly canvas: HTMLCanvasElement,
    stickHome: HTMLElement,
  ) {
    this.stick = new VirtualStick(stickHome, (right, ahead) => this.walk(right, ahead));
    window.addEventListener("keydown", (event) => this.press(event));
    window.addEventListener("keyup", (event) => this.held.delete(event.code));
    window.addEventListener("blur", () => this.held.clear());
    canvas.addEventListener("pointerdown", (event) => this.grab(event));
    canvas.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"] as const)
      canvas.addEventListener(end, () => this.letGo());
    canvas.addEventListener("dblclick", () => void lockPointer(canvas));
  }

  /** Once a frame. */
  update(dt: number): void {
    let [right, ahead, turn] = [this.stick.right, this.stick.ahead, 0];
    for (const code of this.held) {
      const [r, a, t] = KEYS[code] ?? [0, 0, 0];
      right += r;
      ahead += a;
      turn += t;
    }
    this.walk(right, ahead);
    if (turn) this.player.look(turn * TURN_SPEED * dt, 0);
  }

  private walk(right: number, ahead: number): void {
    this.player.stride.right = right;
    this.player.stride.ahead = ahead;
  }

  private press(event: KeyboardEvent): void {
    if (!(event.code in KEYS) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return;
    this.held.add(event.code);
    event.preventDefault();
  }

  private grab(event: PointerEvent): void {
    this.canvas.focus({ preventScroll: true });
    this.dragging = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    const locked = document.pointerLockElement === this.canvas;
    if (!locked && this.dragging !== event.pointerId) return;
    const pace = locked ? LOCKED : -DRAG;
    this.player.look(event.movementX * pace, event.movementY * pace);
  }

  private letGo(): void {
    this.dragging = null;
  }
}

async function lockPointer(canvas: HTMLCanvasElement): Promise<void> {
  try {
    await canvas.requestPointerLock();
  } catch {
    // Refused by the browser or its user: dragging still works.
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [role=radiogroup]") !== null
  );
}
