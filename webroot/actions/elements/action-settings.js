import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { saveSettings, settings } from '../requests.js';

/** After how many weeks those who raised a matter are asked whether what was done worked. */
class ActionSettings extends FormElement {
  static properties = { weeks: { state: true }, saved: { state: true } };

  render() {
    return html`<details class="disclosure" @toggle=${this.#open}>
      <summary>${t('action-settings.title')}</summary>
      ${this.weeks === undefined
        ? this.trouble()
        : html`<form class="form" @submit=${this.#save} @input=${() => (this.saved = false)}>
            ${field({
              id: 'ask-after',
              name: 'weeks',
              type: 'number',
              label: t('action-settings.weeks'),
              hint: t('action-settings.hint'),
              value: String(this.weeks),
              min: 1,
              max: 52,
              error: this.wrong('askAfterWeeks'),
            })}
            ${this.trouble('askAfterWeeks')}
            <p class="buttons">
              <button class="quiet" data-action="save-settings" ?disabled=${this.busy}>${t('save')}</button>
              <span role="status">${this.saved ? t('action-settings.saved') : nothing}</span>
            </p>
          </form>`}
    </details>`;
  }

  #open = () => this.weeks ?? this.attempt(async () => (this.weeks = (await settings()).askAfterWeeks));

  #save = async (event) => {
    const { weeks } = submitted(event);
    this.saved = await this.attempt(
      async () => (this.weeks = (await saveSettings({ askAfterWeeks: Number(weeks) })).askAfterWeeks),
    );
  };
}

customElements.define('action-settings', ActionSettings);
