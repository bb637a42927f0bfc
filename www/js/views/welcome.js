import { find, html, say } from "../dom.js";
import { inWords } from "../problem.js";

/** <welcome-view> is the page of everybody who is not signed in: what this is, whether it is awake, and the way in. */
export class WelcomeView extends HTMLElement {
  /** @param {import("../app.js").Surroundings} surroundings */
  open({ session, api }) {
    document.title = "Photos";
    this.replaceChildren(html`
      <main class="welcome">
        <img class="welcome-mark" src="/icon.svg" alt="" width="72" height="72">
        <h1>Your photos stay yours</h1>
        <p class="lead">
          A library that you run yourself: originals kept as they are, sorted by the day they were taken.
        </p>
        <button class="primary large" type="button">Sign in</button>
        <section class="hello" aria-label="The library">
          <p class="greeting" role="status">Asking the library…</p>
          <p class="details"></p>
        </section>
      </main>`, html`
      <footer class="welcome-foot"><a href="/api.html">The API</a></footer>`);

    find(this, "button", HTMLButtonElement).addEventListener("click", () => session.begin());
    this.#greet(api);
  }

  /** @param {import("../api.js").Api} api */
  async #greet(api) {
    const greeting = find(this, ".greeting", HTMLElement);
    const details = find(this, ".details", HTMLElement);
    try {
      const hello = await api.hello();
      say(greeting, hello.greeting);
      // A build may add its commit to the version; that is for machines.
      const version = hello.version?.split("+")[0];
      const facts = [version && `version ${version}`, hello.stage, hello.start && `${hello.start} start`];
      say(details, facts.filter(Boolean).join(" · "));
    } catch (error) {
      say(greeting, inWords(error));
    }
  }
}

customElements.define("welcome-view", WelcomeView);
