import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './desk-proposals.js';

/** One group: what it is about, how much is in it, and what can be done with it. */
class GroupRow extends LightElement {
  static properties = {
    review: { attribute: false },
    group: { attribute: false },
    all: { attribute: false },
    isOpen: { state: true },
  };

  render() {
    const { name, kept, size, answered, agreed, disagreed, foremost } = this.group;
    return html`<div class="group-row">
        <p class="row-main">
          <b class="proposal-text">${name ?? foremost.text}</b>
          ${name ? html`<span class="soft row-line">${foremost.text}</span>` : nothing}
          <span class="soft row-line">
            ${t('review-desk.size', { count: size })} · ${t('own.agreed', { agreed, disagreed })}
            ${answered > 0 ? html` · ${t('review-desk.answered', { count: answered })}` : nothing}
          </span>
        </p>
        <p class="buttons">
          <span class="chip ${kept ? 'ok' : ''}">${t(kept ? 'review-desk.kept' : 'review-desk.found')}</span>
          <button class="quiet" data-action="open" aria-expanded=${Boolean(this.isOpen)} @click=${this.#open}>
            ${t('review-desk.open')}
          </button>
          <button class="quiet" data-action="name" @click=${this.#name}>${t('review-desk.name')}</button>
          <button class="quiet" data-action="join" @click=${this.#join}>${t('review-desk.join')}</button>
          <button class="quiet" data-action="answer" @click=${this.#answer}>${t('review-desk.answer')}</button>
        </p>
      </div>
      ${this.isOpen
        ? html`<desk-proposals .review=${this.review} .group=${this.group.id}></desk-proposals>`
        : nothing}`;
  }

  #open = () => (this.isOpen = !this.isOpen);

  #name = async () => {
    await import('./group-form.js');
    this.#ask('group-form', { group: this.group }, t('group-form.name'));
  };

  #join = async () => {
    await import('./join-form.js');
    const others = this.all.filter(({ id }) => id !== this.group.id);
    this.#ask('join-form', { group: this.group, others }, t('join-form.title'));
  };

  #answer = async () => {
    await import('./answer-form.js');
    this.#ask('answer-form', { group: this.group.id }, t('answer-form.title'));
  };

  async #ask(name, properties, label) {
    const form = Object.assign(document.createElement(name), { review: this.review, ...properties });
    if (await inDialog(form, label)) {
      this.isOpen = false;
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    }
  }
}

customElements.define('group-row', GroupRow);
