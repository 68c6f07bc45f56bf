import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { openPoll } from '../table-requests.js';

const wrongChoice = ({ problem }) => problem?.field?.startsWith('choices');

/** Asks the table: the question, its answers, named or secret. */
class AskForm extends FormElement {
  static properties = { number: { type: Number }, items: { attribute: false }, item: {} };

  #key = newKey();

  render() {
    return html`<form class="form" @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('poll.ask')}</h2>
      ${field({ id: 'poll-question', name: 'question', label: t('ask.question'), maxlength: 300,
        error: this.wrong('question') })}
      <div class="entry">
        <label for="poll-choices">${t('ask.choices')}</label>
        <textarea id="poll-choices" name="choices" rows="3" required aria-describedby="poll-choices-hint"
          .defaultValue=${[t('ask.yes'), t('ask.no')].join('\n')}></textarea>
        <p class="soft" id="poll-choices-hint">${t('ask.choices-hint')}</p>
        <p class="trouble" role="alert">${wrongChoice(this) ? this.wrong(this.problem.field) : ''}</p>
      </div>
      ${selection({
        name: 'item',
        label: t('ask.item'),
        options: [['', t('ask.no-item')], ...this.items.map((one) => [one.key, titleOf(one)])],
        chosen: this.item ?? '',
      })}
      <fieldset class="ticks">
        <legend>${t('ask.how')}</legend>
        ${['named', 'secret'].map((how) => html`<label>
          <input type="radio" name="how" value=${how} ?checked=${how === 'named'} />
          <span>${t(`ask.${how}`)}<small class="soft">${t(`ask.${how}-text`)}</small></span>
        </label>`)}
      </fieldset>
      ${wrongChoice(this) ? '' : this.trouble('question')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('poll.ask')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = (event) => {
    const { question, choices, item, how } = submitted(event);
    const said = {
      question,
      choices: choices.split('\n').filter((choice) => choice.trim()),
      secret: how === 'secret',
      ...(item ? { item } : {}),
    };
    this.attempt(async () => {
      await openPoll(this.number, said, this.#key);
      this.done(true);
    });
  };
}

customElements.define('ask-form', AskForm);
