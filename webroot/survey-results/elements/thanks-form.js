import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { passed } from '../../base/reading/faults.js';
import { LANGUAGES, t } from '../../base/words.js';
import { saveThanks, staff } from '../requests.js';

const WORDS = 2_000;
const DEED = 240;
const MOST_DEEDS = 12;
const TAGS = Object.keys(LANGUAGES);

/** What everybody who answered is told with the results: thanks, and what is done by when. */
class ThanksForm extends FormElement {
  static properties = { code: {}, kept: { attribute: false }, deeds: { state: true }, people: { state: true } };

  #next = 0;

  willUpdate(changed) {
    if (changed.has('kept') && this.deeds === undefined) {
      this.deeds = this.kept.deeds.map(({ deed }) => ({ ...deed, key: this.#next++ }));
    }
  }

  firstUpdated() {
    this.attempt(async () => (this.people = (await staff()).staff));
  }

  render() {
    const fields = this.deeds.flatMap(({ key }) => [...TAGS.map((tag) => `text-${key}.${tag}`), `due-${key}`]);
    return html`<form class="form thanks-form" novalidate @submit=${this.#save}>
      <p class="soft">${t('survey-thanks.hint')}</p>
      <div class="survey-languages">${TAGS.map((tag) => this.#words(tag))}</div>
      <h3>${t('survey-thanks.deeds')}</h3>
      <p class="soft">${t('survey-thanks.deeds-hint')}</p>
      <ul class="deed-forms">
        ${this.deeds.map((deed, at) => html`<li>${this.#deed(deed, at)}</li>`)}
      </ul>
      ${this.deeds.length < MOST_DEEDS
        ? html`<p class="buttons">
            <button type="button" class="quiet" data-action="add-deed" @click=${this.#add}>
              ${t('survey-thanks.add')}
            </button>
          </p>`
        : nothing}
      ${this.trouble('words', ...TAGS.map((tag) => `words.${tag}`), ...fields)}
      <p class="buttons">
        <button class="go" data-action="save-thanks" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #words(tag) {
    const name = `words.${tag}`;
    const error = this.wrong(name);
    const { words } = this.kept;
    return html`<div class="entry">
      <label for=${name}>${t('survey-thanks.words', { language: LANGUAGES[tag] })}</label>
      <textarea
        id=${name}
        name=${name}
        lang=${tag}
        rows="4"
        required
        maxlength=${WORDS}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="${name}-error"
        .defaultValue=${(typeof words === 'string' ? words : words?.[tag]) ?? ''}
      ></textarea>
      <p class="trouble" id="${name}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  #deed({ key, text = {}, due = '', owner }, at) {
    const error = (name, field) => this.wrong(name, field);
    return html`<fieldset class="deed-form">
      <legend>${t('survey-thanks.deed', { number: at + 1 })}</legend>
      <div class="survey-languages">
        ${TAGS.map((tag) =>
          field({
            id: `text-${key}-${tag}`,
            name: `text-${key}.${tag}`,
            label: t('survey-thanks.what', { language: LANGUAGES[tag] }),
            value: (typeof text === 'string' ? text : text[tag]) ?? '',
            maxlength: DEED,
            error: error(`deeds[${at}].text.${tag}`, `text-${key}.${tag}`),
          }),
        )}
      </div>
      <div class="survey-languages">
        ${field({
          id: `due-${key}`,
          type: 'date',
          label: t('survey-thanks.due'),
          value: due,
          error: error(`deeds[${at}].due`, `due-${key}`),
        })}
        ${this.people
          ? selection({
              name: `owner-${key}`,
              label: t('survey-thanks.owner'),
              options: [
                ['', t('survey-thanks.nobody')],
                ...this.people.map(({ email, name }) => [email, name]),
              ],
              chosen: owner ?? '',
            })
          : nothing}
      </div>
      <p class="buttons">
        <button type="button" class="quiet" data-action="drop-deed" @click=${() => this.#drop(key)}>
          ${t('survey-thanks.drop')}
        </button>
      </p>
    </fieldset>`;
  }

  #add = async () => {
    this.deeds = [...this.deeds, { key: this.#next++ }];
    await this.updateComplete;
    this.querySelector('.deed-forms li:last-child input').focus();
  };

  #drop(key) {
    this.deeds = this.deeds.filter((deed) => deed.key !== key);
  }

  #save = async (event) => {
    event.preventDefault();
    const { elements } = event.target;
    const unusual = this.deeds.flatMap(({ key }) => passed(`due-${key}`, elements[`due-${key}`].value));
    if (!this.fine(event.target, { unusual })) {
      return;
    }
    const all = (name) => Object.fromEntries(TAGS.map((tag) => [tag, elements[`${name}.${tag}`].value.trim()]));
    const deeds = this.deeds.map(({ key, owner }) => ({
      text: all(`text-${key}`),
      due: elements[`due-${key}`].value,
      owner: (this.people ? elements[`owner-${key}`].value : owner) || undefined,
    }));
    const saved = await this.attempt(() => saveThanks(this.code, { words: all('words'), deeds }, this.kept.version));
    saved && this.done(true);
  };
}

customElements.define('thanks-form', ThanksForm);
