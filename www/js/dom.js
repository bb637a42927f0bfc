// The only module that makes elements out of text. Whatever stands in ${…} stays text.

const entities = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"], ["'", "&#39;"]]);

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (character) => entities.get(character) ?? "");

/**
 * The one element that a template describes. In ${…}, text is escaped, a node takes its place, and null is nothing.
 * @param {TemplateStringsArray} strings
 * @param {...(string | number | Node | null)} values
 */
export function html(strings, ...values) {
  /** @type {Node[]} */
  const nodes = [];
  const texts = values.map((value) => {
    if (!(value instanceof Node)) return escape(String(value ?? ""));
    nodes.push(value);
    return "<slot></slot>";
  });

  const template = document.createElement("template");
  template.innerHTML = String.raw({ raw: strings }, ...texts).trim();
  const content = document.importNode(template.content, true);
  content.querySelectorAll("slot").forEach((place, index) => place.replaceWith(nodes[index]));

  const element = content.firstElementChild;
  if (!(element instanceof HTMLElement) || content.children.length > 1)
    throw new TypeError("A template is one HTML element.");
  return element;
}

/**
 * Many nodes as one, to stand in a template.
 * @param {(Node | string)[]} nodes
 */
export function all(nodes) {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}

/**
 * One of the pictograms in index.html. It says nothing to a screen reader; the control it stands in has a name.
 * @param {string} name
 */
export const icon = (name) =>
  html`<span class="icon" aria-hidden="true"><svg><use href="#icon-${name}"></use></svg></span>`;

/**
 * The first element below `root` that the selector finds; it has to be there.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(root, selector, kind) {
  const element = root.querySelector(selector);
  if (!(element instanceof kind)) throw new TypeError(`There is no ${kind.name} ${selector} here.`);
  return element;
}

/**
 * Shows text in an element, and leaves it alone when it says so already, so that screen readers do not repeat it.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
