import { html } from "../dom.js";
import { filesOf } from "../files.js";

/**
 * Makes the whole page a place to drop files on, and says so while some hover over it.
 * @param {HTMLElement} view
 * @param {(files: File[]) => void} add
 * @param {AbortSignal} signal
 */
export function watchDrops(view, add, signal) {
  const sheet = html`<div class="drop-sheet" hidden><p>Drop to add to your library</p></div>`;
  view.append(sheet);

  // Every element on the way reports entering and leaving; the page is left when all are.
  let depth = 0;

  /** @type {(event: DragEvent) => boolean} */
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

  /** @param {number} change */
  const move = (change) => {
    depth = Math.max(0, depth + change);
    sheet.hidden = depth === 0;
  };

  addEventListener("dragenter", (event) => hasFiles(event) && move(1), { signal });
  addEventListener("dragleave", (event) => hasFiles(event) && move(-1), { signal });
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { signal });
  addEventListener(
    "drop",
    async (event) => {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      move(-depth);
      add(await filesOf(event.dataTransfer));
    },
    { signal });
}
