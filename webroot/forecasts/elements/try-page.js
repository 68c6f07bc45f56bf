import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { tried } from '../requests.js';
import './tried-figures.js';

const HOW = ['zone', 'days', 'planHours', 'encoding'];

/** A plant's past, on which forecasts are tried before anybody trusts them. */
class TryPage extends FormElement {
  static texts = { 503: 'tried.another' };
  static properties = { file: { state: true }, trial: { state: true } };

  render() {
    return html`<section class="manage" aria-labelledby="try">
      <div class="lead">
        <h1 id="try">${t('tried.title')}</h1>
        <p class="soft">${t('tried.text')}</p>
      </div>
      <form class="form card" novalidate @submit=${this.#try}>
        <div class="entry">
          <label for="try-file">${t('tried.file')}</label>
          <input
            id="try-file"
            name="file"
            type="file"
            accept=".csv,.txt,.xlsx,text/csv"
            aria-describedby="try-file-hint try-file-error"
            aria-invalid=${this.#fileFault() ? 'true' : nothing}
            @change=${({ target }) => this.#choose(target.files[0])}
          />
          <p class="soft" id="try-file-hint">${t('tried.file-hint')}</p>
          <p class="trouble" id="try-file-error" role="alert">${this.#fileFault()}</p>
        </div>
        <details class="disclosure">
          <summary>${t('tried.more')}</summary>
          <div class="filters">${HOW.map((name) => this.#how(name))}</div>
        </details>
        ${this.problem?.status === 422 ? nothing : this.trouble('file', ...HOW)}
        <p class="buttons"><button class="go" ?disabled=${this.busy}>${t('tried.go')}</button></p>
      </form>
      <p role="status" class="said">${this.busy ? t('tried.busy') : ''}</p>
      ${this.trial ? html`<tried-figures .trial=${this.trial}></tried-figures>` : nothing}
    </section>`;
  }

  #how(name) {
    return field({
      id: `try-${name}`,
      name,
      label: t(`tried.how-${name}`),
      hint: t(`tried.how-${name}-hint`),
      required: false,
      code: true,
      inputmode: name === 'planHours' ? 'decimal' : undefined,
      error: this.problem?.field === name ? t(`tried.wrong-${name}`) : undefined,
    });
  }

  /** What is wrong with a file, in the reader's words where they are known. */
  #fileFault() {
    const { problem } = this;
    if (problem?.faults) {
      return this.wrong('file');
    }
    if (problem?.status !== 422 || HOW.includes(problem.field)) {
      return '';
    }
    return html`${t('tried.unfit')} <span lang="en" class="tried-why">${problem.message}</span>`;
  }

  #choose(file) {
    Object.assign(this, { file, trial: undefined });
  }

  #try = async (event) => {
    event.preventDefault();
    const form = event.target;
    const wrong = this.file ? [] : [{ field: 'file', said: t('tried.no-file') }];
    if (!this.fine(form, { wrong })) {
      return;
    }
    this.trial = undefined;
    const how = Object.fromEntries(HOW.map((name) => [name, form.elements[name].value.trim()]));
    const worked = await this.attempt(async () => (this.trial = await tried(this.file, how)));
    await this.updateComplete;
    if (worked) {
      const found = this.querySelector('tried-figures');
      await found.updateComplete;
      found.querySelector('h2').focus();
    } else {
      const first = this.querySelector('[aria-invalid=true]');
      first?.closest('details')?.setAttribute('open', '');
      first?.focus();
    }
  };
}

customElements.define('try-page', TryPage);
