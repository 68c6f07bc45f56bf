import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { contributions } from '../../base/places.js';
import { LANGUAGES, t } from '../../base/words.js';
import { codeOf } from '../reading/routing.js';

/** The row of panes as a customer will see it, in each language; whoever draws panes contributes them. */
class RoutingPanes extends LightElement {
  static properties = { stages: { attribute: false } };

  render() {
    return html`<details class="disclosure" open>
      <summary><h2>${t('routings.panes')}</h2></summary>
      ${Object.entries(LANGUAGES).map(
        ([tag, name]) => html`<section class="panes-in" lang=${tag} data-language=${tag}>
          <p class="soft">${name}</p>
          ${contributions('routing-panes', { stages: this.#named(tag) })}
        </section>`,
      )}
    </details>`;
  }

  /** What has no name in a language is called as its readers will see it: by another, or by the code. */
  #named = (tag) =>
    this.stages.map(({ key, code, name }, at) => ({
      key,
      name:
        [name[tag], name.en, ...Object.values(name)].find((one) => one?.trim()) ||
        code ||
        codeOf(name.en ?? '') ||
        `stage-${at + 1}`,
    }));
}

customElements.define('routing-panes', RoutingPanes);
