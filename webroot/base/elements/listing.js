import { html, nothing } from 'lit';
import { refusal } from '../reading/refusals.js';
import { t } from '../words.js';

/** A list that the server gives page by page: what is there, whether there is more, what went wrong. */
export class Listing {
  items = [];
  next;
  problem;
  isLoading = true;
  /** The whole of the newest answer, for what it says beside its items. */
  answer = {};

  #host;
  #name;
  #fetch;
  #turn = 0;

  /** `fetch` is called with where to go on; the items are in its answer under `name`. */
  constructor(host, name, fetch) {
    this.#host = host;
    this.#name = name;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected() {
    this.reload();
  }

  reload() {
    return this.#load(undefined, []);
  }

  more() {
    return this.#load(this.next, this.items);
  }

  async #load(after, before) {
    const turn = ++this.#turn; // What was asked for earlier and comes later is not shown.
    this.isLoading = true;
    this.#host.requestUpdate();
    try {
      const answer = await this.#fetch(after);
      if (turn === this.#turn) {
        this.answer = answer;
        this.items = [...before, ...answer[this.#name]];
        this.next = answer.next;
        this.problem = undefined;
      }
    } catch (problem) {
      if (problem.status === 401) {
        location.reload(); // The session has ended: the page as it is now asks to sign in.
      } else if (turn === this.#turn) {
        this.problem = problem;
      }
    } finally {
      if (turn === this.#turn) {
        this.isLoading = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** The list, or what to say instead of it. */
  show(draw, empty) {
    return html`${this.items.length > 0 ? draw(this.items) : this.#instead(empty)}
    ${this.problem && this.items.length > 0 ? this.#trouble() : nothing}
    ${this.next && !this.problem
      ? html`<p>
          <button
            class="quiet"
            data-action="more"
            ?disabled=${this.isLoading}
            @click=${() => this.more()}
          >${t('more')}</button>
        </p>`
      : nothing}`;
  }

  #instead(empty) {
    if (this.problem) {
      return this.#trouble();
    }
    return this.isLoading ? html`<p
      class="soft"
      aria-busy="true"
    >${t('loading')}</p>` : html`<div class="empty">${empty}</div>`;
  }

  #trouble() {
    return html`<div class="trouble-box">
      <p role="alert">${refusal(this.problem, { 403: 'refused.403', 404: 'refused.404', 500: 'refused.500' })}</p>
      <p><button
        class="quiet"
        data-action="retry"
        ?disabled=${this.isLoading}
        @click=${() => this.reload()}
      >${t('retry')}</button></p>
    </div>`;
  }
}
