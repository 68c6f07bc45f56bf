import { html, nothing } from 'lit';
import { prefer } from '../../base/requests.js';
import { timeZone } from '../../base/format.js';
import { choose, t } from '../../base/words.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { languageField, reader, zoneField } from '../../base/elements/reader-fields.js';

/** In which language one reads, and in which time zone mails tell times; `done` with who one is now. */
class OwnPreferences extends FormElement {
  static properties = { me: { attribute: false }, saved: { state: true } };

  render() {
    const { language, zone } = this.me;
    return html`<p class="soft">${t('preferences.text')}</p>
      <form class="form" @submit=${this.#save} @change=${() => (this.saved = false)}>
        ${languageField(language)} ${zoneField(zone)} ${zone === timeZone() ? nothing : this.#offer()} ${this.trouble()}
        <p class="buttons">
          <button class="go" data-action="prefer" ?disabled=${this.busy}>${t('save')}</button>
        </p>
        <p role="status">${this.saved ? t('preferences.saved') : ''}</p>
      </form>`;
  }

  #offer() {
    return html`<p>
      <button type="button" class="quiet" data-action="zone-of-browser" @click=${this.#takeZone}>
        ${t('preferences.use-zone', { zone: timeZone() })}
      </button>
    </p>`;
  }

  #takeZone = () => {
    this.querySelector('select[name=zone]').value = timeZone();
    this.saved = false;
  };

  async #save(event) {
    const wanted = reader(submitted(event));
    this.saved = await this.attempt(async () => {
      this.done(await prefer(wanted));
      wanted.language && (await choose(wanted.language));
    });
  }
}

customElements.define('own-preferences', OwnPreferences);
