import { html, nothing } from 'lit';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { sharesOf, turnout } from '../reading/table.js';
import { closePoll, vote } from '../table-requests.js';

/** A question to the table: what it comes to as far as that is told, and one's own vote. */
class PollCard extends FormElement {
  static properties = {
    number: { type: Number },
    poll: { attribute: false },
    /** The item that it is about, in words. */
    about: {},
    keeps: { type: Boolean },
    votes: { type: Boolean },
  };

  render() {
    const { poll } = this;
    const shares = sharesOf(poll);
    const isOpen = poll.state === 'open';
    return html`<section class="card vote" data-poll=${poll.key} data-state=${poll.state}
      aria-label=${poll.question}>
      <h3>${poll.question}</h3>
      ${this.about ? html`<p class="soft small">${this.about}</p>` : nothing}
      ${shares ? shares.map(this.#bar) : nothing}
      <p class="soft small">${[t(poll.secret ? 'poll.secret' : 'poll.named'), turnout(poll)].join(' · ')}</p>
      ${poll.votes ? this.#names() : nothing}
      ${isOpen && this.votes ? this.#choices() : nothing}
      ${this.#own()}
      ${isOpen && this.keeps
        ? html`<p class="buttons"><button class="quiet" data-action="close-poll" ?disabled=${this.busy}
            @click=${this.#close}>${t('poll.close')}</button></p>`
        : nothing}
      ${this.trouble()}
    </section>`;
  }

  #bar = ({ choice, count, share }) => html`<p class="bar-of">
    <span>${choice}</span><progress max="100" value=${share} aria-hidden="true"></progress><b>${count}</b>
  </p>`;

  /** Who said what, for the house. */
  #names() {
    const { votes, choices } = this.poll;
    const said = ({ choice }) => (choice === undefined ? t('poll.pass') : choices[choice]);
    return html`<details class="disclosure small">
      <summary>${t('poll.who')}</summary>
      <ul>${Object.entries(votes).map(([company, one]) => html`<li>${company}${t('colon')}${said(one)}</li>`)}</ul>
    </details>`;
  }

  #choices() {
    const { poll } = this;
    if (poll.secret && poll.own) {
      return nothing;
    }
    const mine = (at) => (poll.own?.choice === at ? 'true' : 'false');
    return html`<p class="buttons" role="group" aria-label=${t('poll.your-vote')}>
      ${poll.choices.map((choice, at) => html`<button class=${poll.own?.choice === at ? 'go' : 'quiet'}
        data-choice=${at} aria-pressed=${mine(at)} ?disabled=${this.busy}
        @click=${() => this.#vote({ choice: at }, choice)}>${choice}</button>`)}
      <button class=${poll.own?.passed ? 'go' : 'quiet'} data-choice="pass" ?disabled=${this.busy}
        aria-pressed=${poll.own?.passed ? 'true' : 'false'}
        @click=${() => this.#vote({ pass: true }, t('poll.pass'))}>${t('poll.pass')}</button>
    </p>`;
  }

  #own() {
    const { own, secret, choices, state } = this.poll;
    if (!own) {
      return nothing;
    }
    const text = secret
      ? t('poll.own-secret')
      : t('poll.own', { choice: own.passed ? t('poll.pass') : choices[own.choice] });
    return html`<p class="said" role="status">${text}${secret || state === 'closed' ? '' : ` ${t('poll.change')}`}</p>`;
  }

  #vote = async (said, choice) => {
    const { key, secret, question } = this.poll;
    const cast = { title: t('poll.sure', { choice }), text: t('poll.sure-text', { question }), go: t('poll.cast') };
    const sure = !secret || (await confirmed(cast));
    sure && this.attempt(() => vote(this.number, { poll: key, ...said }));
  };

  #close = () => this.attempt(() => closePoll(this.number, this.poll.key));
}

customElements.define('poll-card', PollCard);
