import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { writeDown } from '../requests.js';
import './survey-answer.js';

const CHANNELS = ['visit', 'phone'];

/** Writes down what somebody said on a visit or on the telephone. */
class WriteDown extends FormElement {
  static properties = { survey: { attribute: false }, who: { state: true } };

  #nothing = {};

  render() {
    return this.who
      ? html`<p class="hint-box">${t('write-down.for', { who: this.who.onBehalfOf })}</p>
          <survey-answer
            .sheet=${{ ...this.survey, closes: undefined }}
            .begun=${this.#nothing}
            .send=${this.#send}
            @sent=${() => this.done(t('write-down.done', { who: this.who.onBehalfOf }))}
          ></survey-answer>`
      : this.#whose();
  }

  #whose() {
    return html`<form class="form" novalidate @submit=${this.#begin}>
      <h2>${t('survey-page.write-down')}</h2>
      ${field({
        id: 'write-down-who',
        name: 'onBehalfOf',
        type: 'email',
        label: t('write-down.who'),
        hint: t('write-down.hint'),
        error: this.wrong('onBehalfOf'),
      })}
      <fieldset class="ticks">
        <legend>${t('write-down.channel')}</legend>
        ${CHANNELS.map((channel, at) => html`<label>
          <input type="radio" name="channel" value=${channel} .checked=${at === 0} />
          <span>${t(`write-down.${channel}`)}</span>
        </label>`)}
      </fieldset>
      ${this.trouble('onBehalfOf')}
      <p class="buttons">
        <button class="go" data-action="begin-writing">${t('write-down.begin')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #begin = (event) => {
    const who = submitted(event);
    if (this.fine(event.target)) {
      this.who = who;
    }
  };

  #send = (said) => writeDown(this.survey.code, { ...said, ...this.who });
}

customElements.define('write-down', WriteDown);
