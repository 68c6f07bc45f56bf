import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { signedSaid, spanSaid, stateOf, termsSaid } from '../reading/terms.js';

/** Every version of what was agreed, newest first: when it counts, who agreed, and what it says. */
class VersionList extends LightElement {
  static properties = {
    versions: { attribute: false },
    counting: { type: Number },
    day: { type: String },
    /** Names of stages and hours, for the sentences. */
    known: { attribute: false },
  };

  render() {
    return html`<ol class="version-list" reversed>
      ${this.versions.map((one) => html`<li data-version=${one.version}>${this.#version(one)}</li>`)}
    </ol>`;
  }

  #version(one) {
    const state = stateOf(one, this.counting, this.day);
    const said = termsSaid(one.terms ?? one, this.known);
    return html`<details class="disclosure" ?open=${state === 'coming'}>
      <summary>
        <b>${t('profile.version', { version: one.version })}</b>
        <span class="version-state" data-state=${state}>${t(`profile.state.${state}`)}</span>
        <span class="soft row-line">${spanSaid(one)} · ${signedSaid(one)}</span>
      </summary>
      ${said.length === 0
        ? html`<p>${t('profile.nothing-else')}</p>`
        : html`<ul class="version-terms">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
      ${one.savedBy ? html`<p class="soft">${t('profile.saved-by', { name: one.savedBy })}</p>` : nothing}
    </details>`;
  }
}

customElements.define('version-list', VersionList);
