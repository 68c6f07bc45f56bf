import { html, nothing } from 'lit';
import { choicesOf } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { LANGUAGES, t } from '../../base/words.js';
import { remedyName } from '../reading/notices.js';
import { saveRecall } from '../requests.js';

const PARTS = ['title', 'what', 'hazard', 'now'];
const REMEDIES = ['replace', 'repair', 'refund'];
const TITLE_CHARACTERS = 120;
const CHARACTERS = 1_000;

/** What all companies are told, in both languages, and what is offered. */
class RecallForm extends FormElement {
  static properties = { number: { attribute: false }, written: { attribute: false }, newer: { state: true } };

  render() {
    const chosen = this.written?.remedies ?? REMEDIES;
    const fields = PARTS.flatMap((part) => Object.keys(LANGUAGES).map((tag) => `${part}.${tag}`));
    return html`<form class="form" @submit=${this.#save} novalidate>
      <h2>${t('recall.form')}</h2>
      <p class="soft">${t('recall.form-hint')}</p>
      ${PARTS.map((part) => this.#part(part))}
      ${choicesOf({
        name: 'remedies',
        legend: t('recall.offered'),
        options: REMEDIES.map((remedy) => [remedy, remedyName(remedy), t(`recall.about.${remedy}`)]),
        chosen,
        error: this.wrong('remedies'),
      })}
      ${this.newer ? this.#newer() : nothing} ${this.newer ? nothing : this.trouble(...fields, 'remedies')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        ${this.written
          ? html`<button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>`
          : nothing}
      </p>
    </form>`;
  }

  #part(part) {
    return html`<fieldset class="recall-part">
      <legend>${t(`recall.${part === 'title' ? 'name' : part}`)}</legend>
      <p class="soft">${t(`recall.hint.${part}`)}</p>
      <div class="recall-languages">
        ${Object.entries(LANGUAGES).map(([tag, name]) => this.#text(part, tag, name))}
      </div>
    </fieldset>`;
  }

  #text(part, tag, name) {
    const field = `${part}.${tag}`;
    const error = this.wrong(field);
    const value = this.written?.[part]?.[tag] ?? '';
    return html`<div class="entry">
      <label for=${field}>${name}</label>
      <textarea
        id=${field}
        name=${field}
        lang=${tag}
        rows=${part === 'title' ? 1 : 3}
        class=${part === 'title' ? 'brief' : ''}
        required
        maxlength=${part === 'title' ? TITLE_CHARACTERS : CHARACTERS}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="${field}-error"
        .defaultValue=${value}
      ></textarea>
      <p class="trouble" id="${field}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  #newer() {
    const { changedBy } = this.newer;
    return html`<div role="alert">
      <p>${t('recall.newer', { by: changedBy })}</p>
      <p class="buttons">
        <button type="button" class="quiet" data-action="theirs" @click=${this.#theirs}>${t('recall.theirs')}</button>
        <button type="button" class="quiet" data-action="mine" @click=${this.#mine}>${t('recall.mine')}</button>
      </p>
    </div>`;
  }

  #theirs = () => {
    this.written = this.newer.current;
    this.newer = undefined;
    this.problem = undefined;
    this.querySelector('form').reset();
  };

  /** What is written here counts: from what is there now. */
  #mine = () => {
    const { version } = this.newer.current;
    this.newer = undefined;
    this.#send(this.querySelector('form'), version);
  };

  #save = (event) => {
    event.preventDefault();
    this.fine(event.target) && this.#send(event.target, this.written?.version);
  };

  async #send(form, version) {
    const said = { remedies: [...form.querySelectorAll('[name=remedies]:checked')].map(({ value }) => value) };
    for (const part of PARTS) {
      said[part] = Object.fromEntries(
        Object.keys(LANGUAGES).map((tag) => [tag, form.elements[`${part}.${tag}`].value.trim()]),
      );
    }
    const isSaved = await this.attempt(() => saveRecall(this.number, said, version ?? 0));
    if (isSaved) {
      this.done();
    } else if (this.problem?.status === 412) {
      this.newer = this.problem;
    } else {
      await this.updateComplete;
      this.querySelector('[aria-invalid=true]')?.focus();
    }
  }
}

customElements.define('recall-form', RecallForm);
