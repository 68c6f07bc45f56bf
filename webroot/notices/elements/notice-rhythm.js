import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { modeOf, MODES, READERS, TIERS, topicsOf } from '../reading/choices.js';
import { rhythm, setRhythm } from '../requests.js';

/** How often people are told who have not chosen, by tier. */
class NoticeRhythm extends FormElement {
  static properties = { beats: { state: true }, saved: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.beats = (await rhythm()).rhythm));
  }

  render() {
    return html`<section class="manage" aria-labelledby="rhythm">
      <div class="lead">
        <h1 id="rhythm">${t('rhythm.title')}</h1>
        <p class="soft">${t('rhythm.text')}</p>
      </div>
      ${this.beats
        ? html`<form class="form" @submit=${this.#save} @change=${() => (this.saved = false)}>
            ${READERS.map((readers) => this.#table(readers))} ${this.trouble()}
            <p class="buttons"><button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button></p>
            <p role="status">${this.saved ? t('choices.saved') : ''}</p>
          </form>`
        : this.trouble()}
    </section>`;
  }

  #table(readers) {
    const id = `rhythm.${readers}`;
    return html`<section class="card" aria-labelledby=${id}>
      <h2 id=${id}>${t(`rhythm.${readers}`)}</h2>
      <table class="choice-table">
        <thead>
          <tr>
            <th scope="col">${t('choices.topic')}</th>
            ${TIERS.map((tier) => html`<th scope="col">${t(`tier.${tier}`)}</th>`)}
          </tr>
        </thead>
        <tbody>${topicsOf(this.beats, readers).map((topic) => this.#row(readers, topic))}</tbody>
      </table>
    </section>`;
  }

  #row(readers, topic) {
    const name = t(`topic.${topic}`);
    return html`<tr>
      <th scope="row">${name}</th>
      ${TIERS.map(
        (tier) => html`<td data-tier=${t(`tier.${tier}`)}>
          <select name="${readers}.${topic}.${tier}" aria-label="${name}${t('colon')}${t(`tier.${tier}`)}">
            ${MODES.map(
              (mode) =>
                html`<option value=${mode} ?selected=${mode === modeOf(this.beats, readers, topic, tier)}>
                  ${t(`choices.${mode}`)}
                </option>`,
            )}
          </select>
        </td>`,
      )}
    </tr>`;
  }

  async #save(event) {
    const wanted = Object.entries(submitted(event)).map(([name, mode]) => {
      const [readers, topic, tier] = name.split('.');
      return { readers, topic, tier, mode };
    });
    this.saved = await this.attempt(async () => (this.beats = (await setRhythm(wanted)).rhythm));
  }
}

customElements.define('notice-rhythm', NoticeRhythm);
