import { html, icon } from "../dom.js";
import { Router } from "../router.js";
import { dayOf, titleOf } from "../text.js";

/** For pictures whose size nobody could read. */
const usualRatio = 4 / 3;

/**
 * One photo in a list: a link to it. Without a thumbnail it shows the name.
 * @param {import("../api.js").Photo} photo
 * @param {() => void} onBroken Called when the thumbnail cannot be loaded.
 */
export function photoTile(photo, onBroken) {
  const name = titleOf(photo);
  const tile = html`
    <li class="tile">
      <a href="${Router.addressOf(photo.id)}" aria-label="${name}, ${dayOf(photo)}">${picture()}</a>
    </li>`;

  // The place is as large as the picture will be, before it arrives; very wide and very tall ones are cropped.
  const ratio = photo.width && photo.height ? photo.width / photo.height : usualRatio;
  tile.style.setProperty("--ratio", String(Math.min(2.4, Math.max(0.6, ratio))));
  return tile;

  function picture() {
    if (!photo.links.thumbnail) return stand();
    const image = html`<img src="${photo.links.thumbnail}" alt="" loading="lazy" decoding="async">`;
    image.addEventListener("load", () => image.classList.add("loaded"));
    image.addEventListener("error", () => {
      image.replaceWith(stand());
      onBroken();
    });
    return image;
  }

  function stand() {
    return html`<span class="stand">${icon("picture")}<span>${name}</span></span>`;
  }
}
