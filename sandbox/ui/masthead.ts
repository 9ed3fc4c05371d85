import { ROOMS, TITLE } from "../art/plan.js";
import { element, setText } from "./element.js";

/** The museum's name and the room that the visitor is in. */
export class Masthead {
  private readonly room = element("p", "", { "aria-live": "polite" });
  readonly element = element("header", "masthead", {}, element("h1", "", {}, TITLE), this.room);

  show(z: number): void {
    const room = ROOMS.find(({ end }) => z <= end + 0.25) ?? ROOMS[ROOMS.length - 1];
    setText(this.room, room?.title ?? "");
  }
}
