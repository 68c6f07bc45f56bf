import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { LANGUAGES, t, wording } from '../../base/words.js';
import { nameTheme, saveTheme } from '../requests.js';

const NEW = '';

/** Answers that are alike: whoever looks at them takes out what does not belong, and gives the rest a name. */
class ThemeForm extends FormElement {
  static properties = {
    code: {},
    question: {},
    texts: { attribute: false },
    themes: { attribute: false },
    into: { state: true },
  };

  #key = newKey();

  render() {
    const keys = new Map(this.texts.map(({ key, text }) => [key, text]));
    const [first] = keys.keys();
    return html`<form class="form" novalidate @submit=${this.#save} @input=${() => (this.#key = newKey())}>
      ${choicesOf({
        name: 'text',
        legend: t('theme-board.alike-legend', { count: this.texts.length }),
        options: [...keys],
        chosen: [...keys.keys()],
        error: this.wrong('texts', 'text'),
      })}
      ${this.themes.length
        ? selection({
            name: 'into',
            label: t('theme-board.into'),
            options: [[NEW, t('theme-board.new')], ...this.themes.map(({ id, name }) => [`${id}`, wording(name)])],
            chosen: this.into ?? NEW,
            change: ({ target }) => (this.into = target.value),
          })
        : nothing}
      ${this.into ? nothing : this.#names(first)}
      ${this.trouble('texts', ...Object.keys(LANGUAGES).map((tag) => `name.${tag}`))}
      <p class="buttons">
        <button class="quiet" data-action="name" ?disabled=${this.busy}>
          ${t(this.into ? 'theme-board.put' : 'theme-board.name-it')}
        </button>
      </p>
    </form>`;
  }

  #names(first) {
    return html`<div class="theme-names">
      ${Object.entries(LANGUAGES).map(([tag, name]) =>
        field({
          id: `name-${first}-${tag}`,
          name: `name.${tag}`,
          label: t('theme-board.name', { language: name }),
          maxlength: 120,
          error: this.wrong(`name.${tag}`),
        }),
      )}
    </div>`;
  }

  #save = async (event) => {
    event.preventDefault();
    const form = event.target;
    const texts = [...form.querySelectorAll('[name=text]:checked')].map(({ value }) => value);
    const wrong = texts.length === 0 ? [{ field: 'text', said: t('theme-board.none-chosen') }] : [];
    if (!this.fine(form, { wrong })) {
      return;
    }
    const { code, question } = this;
    const into = this.themes.find(({ id }) => `${id}` === this.into);
    const all = [...(into?.texts ?? []).map(({ key }) => key), ...texts];
    const saved = await this.attempt(() =>
      into
        ? saveTheme(code, into.id, { question, name: into.name, texts: all })
        : nameTheme(code, { question, name: this.#named(form), texts }, this.#key),
    );
    saved && this.done();
  };

  #named = (form) =>
    Object.fromEntries(Object.keys(LANGUAGES).map((tag) => [tag, form.elements[`name.${tag}`].value.trim()]));
}

customElements.define('theme-form', ThemeForm);
