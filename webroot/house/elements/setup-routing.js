import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { codeFor } from '../reading/codes.js';
import { routings, saveRouting, templates } from '../requests.js';

const FILE = 'file';

/** How something is made: one of the usual ways, or a file. */
class SetupRouting extends FormElement {
  static properties = {
    there: { attribute: false },
    templates: { state: true },
    chosen: { state: true },
    unreadable: { state: true },
  };

  #taken = [];

  firstUpdated() {
    this.attempt(async () => {
      const [all, known] = await Promise.all([templates(), routings()]);
      this.templates = all.templates;
      this.chosen = this.templates[0].code;
      this.#taken = known.routings.map(({ code }) => code);
    });
  }

  render() {
    if (this.there) {
      return html`<p>
        ${t('setup.routing.there', { code: this.there })} <a href="/routings">${t('setup.routing.more')}</a>
      </p>`;
    }
    if (!this.templates) {
      return this.problem ? this.trouble() : html`<p role="status">${t('loading')}</p>`;
    }
    return html`<form class="form" data-form="routing" @submit=${this.#save}>
      <fieldset class="setup-choice" @change=${({ target }) => this.#choose(target.value)}>
        <legend>${t('setup.routing.legend')}</legend>
        ${this.templates.map(({ code, name, stages }) =>
          this.#option(code, wording(name), stages.map((stage) => wording(stage.name)).join(' → ')),
        )}
        ${this.#option(FILE, t('setup.routing.file'), t('setup.routing.file-text'))}
      </fieldset>
      ${this.chosen === FILE ? this.#file() : nothing} ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('setup.routing.save')}</button>
      </p>
    </form>`;
  }

  #option(code, name, about) {
    return html`<label>
      <input type="radio" name="template" value=${code} ?checked=${code === this.chosen} />
      <span>${name}<small class="soft">${about}</small></span>
    </label>`;
  }

  #file() {
    return html`<div class="entry">
      <label for="routing-file">${t('setup.routing.file-label')}</label>
      <input
        id="routing-file"
        name="file"
        type="file"
        accept=".json,application/json"
        required
        aria-invalid=${this.unreadable ? 'true' : nothing}
        aria-describedby="routing-file-error"
      />
      <p class="trouble" id="routing-file-error" role="alert">
        ${this.unreadable ? t('setup.routing.unreadable') : ''}
      </p>
    </div>`;
  }

  #choose(code) {
    this.chosen = code;
    this.unreadable = false;
  }

  async #save(event) {
    const { file } = submitted(event);
    const routing = this.chosen === FILE ? await this.#read(file) : this.#ofTemplate();
    if (routing) {
      const { code, ...content } = routing;
      (await this.attempt(() => saveRouting(code, content))) && this.done();
    }
  }

  #ofTemplate() {
    const { code, name, stages } = this.templates.find((one) => one.code === this.chosen);
    return { code: codeFor(code, this.#taken, 'routing'), name: wording(name), stages };
  }

  /** The routing in a file; nothing where there is none, which is said. */
  async #read(file) {
    try {
      const { code, version, ...routing } = JSON.parse(await file.text());
      if (Array.isArray(routing.stages)) {
        return { code: code ?? codeFor(routing.name ?? '', this.#taken, 'routing'), ...routing };
      }
    } catch {
      // Said below.
    }
    this.unreadable = true;
    return undefined;
  }
}

customElements.define('setup-routing', SetupRouting);
