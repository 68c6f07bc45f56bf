import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

const MOST = 5;
const LONGEST = 40;
const FEELINGS = [
  ['plus', '+'],
  ['neutral', '○'],
  ['minus', '−'],
];

/** The first words that come to mind, each with what one thinks of it. */
class WordsAnswer extends LightElement {
  static properties = { words: { attribute: false } };

  render() {
    const rows = [...this.words, { word: '', feeling: 'neutral' }].slice(0, MOST);
    return html`<ol class="first-words">${rows.map((row, at) => this.#row(row, at))}</ol>`;
  }

  #row({ word, feeling }, at) {
    return html`<li>
      <input
        name="word-${at}"
        aria-label=${t('words-answer.word', { at: at + 1 })}
        maxlength=${LONGEST}
        .value=${word}
        autocomplete="off"
        enterkeyhint="next"
        @input=${({ target }) => this.#set(at, { word: target.value, feeling })}
        @keydown=${(event) => this.#onward(event, at)}
      />
      <span class="feelings" role="radiogroup" aria-label=${t('words-answer.feeling', { at: at + 1 })}>
        ${FEELINGS.map(([kind, sign]) => html`<label title=${t(`words-answer.${kind}`)}>
          <input
            type="radio"
            name="feeling-${at}"
            value=${kind}
            .checked=${feeling === kind}
            ?disabled=${word.trim() === ''}
            @change=${() => this.#set(at, { word, feeling: kind })}
          /><span aria-hidden="true">${sign}</span>
          <span class="visually-hidden">${t(`words-answer.${kind}`)}</span>
        </label>`)}
      </span>
    </li>`;
  }

  /** Enter goes on to the next word, and from an empty one to the next question. */
  #onward(event, at) {
    const next = this.querySelector(`[name=word-${at + 1}]`);
    if (event.key === 'Enter' && !event.isComposing && next && event.target.value.trim() !== '') {
      event.preventDefault();
      next.focus();
    }
  }

  #set(at, row) {
    const words = [...this.words];
    words[at] = row;
    this.words = words;
    this.dispatchEvent(new CustomEvent('worded', { detail: words }));
  }
}

customElements.define('words-answer', WordsAnswer);
