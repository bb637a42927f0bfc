namespace Lambda.Local.SignIn.Pages;

/// <summary>How the pages look, by day and by night.</summary>
internal static class Style
{
    public const string Text =
        """

        :root {
          color-scheme: light dark;
          --ground: light-dark(#f4f2ee, #16171a);
          --sheet: light-dark(#fff, #202226);
          --ink: light-dark(#1d1d1f, #f2f1ef);
          --soft: light-dark(#5c5c63, #a9a9b2);
          --line: light-dark(#85858d, #74747e);
          --accent: light-dark(#0b5d4e, #6fd3bd);
          --on-accent: light-dark(#fff, #0b1f1a);
          --wrong: light-dark(#a3211b, #ff9d94);
          --wrong-ground: light-dark(#fdeceb, #3a1d1b);
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem;
          background: var(--ground); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
        }
        main {
          width: 100%; max-width: 24rem; padding: 2.25rem 2rem; border-radius: 1rem;
          background: var(--sheet); box-shadow: 0 1px 2px #0002, 0 12px 40px #0001;
        }
        h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; letter-spacing: -.015em; }
        p { margin: 0; }
        a { color: var(--accent); overflow-wrap: anywhere; }
        .lead { margin-top: .35rem; color: var(--soft); overflow-wrap: anywhere; }
        .error {
          margin-top: 1.25rem; padding: .7rem .9rem; border-radius: .6rem;
          background: var(--wrong-ground); color: var(--wrong);
        }
        label { display: block; margin: 1.25rem 0 .35rem; font-weight: 600; }
        input {
          width: 100%; padding: .65rem .8rem; border: 1px solid var(--line); border-radius: .6rem;
          background: transparent; color: inherit; font: inherit;
        }
        input[aria-invalid] { border-color: var(--wrong); }
        .hint { margin-top: .35rem; font-size: .875rem; color: var(--soft); }
        button {
          width: 100%; margin-top: 1.75rem; padding: .75rem; border: 0; border-radius: .6rem; cursor: pointer;
          background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600;
        }
        button:hover { filter: brightness(1.08); }
        :is(input, button, a):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .other { margin-top: 1.5rem; text-align: center; color: var(--soft); }

        """;
}
