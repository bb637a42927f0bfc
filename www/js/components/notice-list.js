import { find, html, icon } from "../dom.js";

/** @typedef {{ label: string, run: () => unknown }} Action */

const readingTime = 7_000;
const decidingTime = 12_000;

/** <notice-list> says what has just happened, for a while, perhaps with something to do about it. */
export class NoticeList extends HTMLElement {
  /**
   * @param {string} text
   * @param {Action} [action]
   */
  tell(text, action) {
    const notice = html`
      <div class="notice">
        <p>${text}</p>
        <button class="quiet" type="button" aria-label="Dismiss">${icon("close")}</button>
      </div>`;
    const dismiss = find(notice, "button", HTMLButtonElement);
    dismiss.addEventListener("click", () => notice.remove());

    if (action) {
      const button = html`<button class="notice-action" type="button">${action.label}</button>`;
      button.addEventListener("click", () => {
        notice.remove();
        return action.run();
      });
      dismiss.before(button);
    }

    // Said twice is said once, later.
    for (const other of [...this.children])
      if (other.querySelector("p")?.textContent === text) other.remove();

    this.append(notice);
    this.#fade(notice, action ? decidingTime : readingTime);
  }

  // Nothing vanishes under a pointer or from under the focus.
  /**
   * @param {HTMLElement} notice
   * @param {number} time
   */
  #fade(notice, time) {
    const vanish = () => (notice.matches(":hover, :focus-within") ? setTimeout(vanish, time) : notice.remove());
    setTimeout(vanish, time);
  }
}

customElements.define("notice-list", NoticeList);
