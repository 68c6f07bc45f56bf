import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { parts, sourceSaid } from '../reading/agreement.js';

/** What counts today, in sentences under headings; under each where it comes from. */
class AgreedParts extends LightElement {
  static properties = {
    today: { attribute: false },
    /** Names of stages, hours and who looks after them, for the sentences. */
    known: { attribute: false },
    /** The versions, for who agreed. */
    sources: { attribute: false },
    level: { type: Number },
  };

  render() {
    return html`<div class="agreed-parts">
      ${parts(this.today, this.known).map((part) => this.#part(part))}
    </div>`;
  }

  #part({ name, promises }) {
    if (promises.length === 0) {
      return nothing;
    }
    const title = t(`profile.part.${name}`);
    return html`<section data-part=${name}>
      ${this.level === 3 ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
      ${grouped(promises, this.sources).map(
        ([source, sentences, owner]) => html`<ul>${sentences.map((said) => html`<li>${said}</li>`)}</ul>
          ${source ? html`<p class="agreed-source" data-owner=${owner}>${source}</p>` : nothing}`,
      )}
    </section>`;
  }
}

/** Sentences that follow each other and come from the same, together. */
function grouped(promises, sources) {
  const groups = [];
  for (const { said, version } of promises) {
    const source = sourceSaid(version, sources);
    const last = groups.at(-1);
    if (last && last[0] === source) {
      last[1].push(said);
    } else {
      groups.push([source, [said], version?.owner]);
    }
  }
  return groups;
}

customElements.define('agreed-parts', AgreedParts);
