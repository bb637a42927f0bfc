// The only module that makes elements. Text goes in as text nodes: there is no way from a string to markup here, and
// the page's policy (trusted types) would stop one.

/**
 * An element with attributes and children. A handler is a function under a name such as `onclick`; false and null
 * leave out.
 * @param {string} tag A tag's name, perhaps with classes behind dots.
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(" ");

  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, String(value));
  }

  for (const child of children)
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
  return element;
}

/**
 * The element of this id; it has to be there.
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new TypeError(`There is no #${id} here.`);
  return element;
}

/**
 * Shows text, and leaves an element alone that says so already.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

let hiding = 0;

/**
 * Says what went wrong, or right, for a while.
 * @param {string} text
 */
export function tell(text) {
  const notice = byId("notice");
  notice.hidden = false;
  notice.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (notice.hidden = true), 7_000);
}
