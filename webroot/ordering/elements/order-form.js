import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { forget, keep } from '../kept.js';
import { companyOf } from '../reading/companies.js';
import { emptyLine, faultsOf, passedDates, sentOrder } from '../reading/draft.js';
import { put } from '../reading/paths.js';
import { placeOrder } from '../requests.js';
import { isTaken, settled } from '../settling.js';
import { typed, unitList } from './entries.js';
import './order-head.js';
import './order-line-form.js';

const NEW = '';

/** An order as whoever places or changes it writes it; `done` with its number, and how it was before and is now. */
class OrderForm extends FormElement {
  static properties = {
    /** The number of the order that is changed; absent for a new one. */
    number: {},
    draft: { attribute: false },
    /** The order that the edit started from; absent for a new one. */
    started: { attribute: false },
    companies: { attribute: false },
    routings: { attribute: false },
    /** Whether something was found that was typed before. */
    kept: { type: Boolean },
    rerouted: { state: true },
    /** Whether what is wrong is said at its field. */
    isSaid: { state: true },
  };

  render() {
    const { draft, number } = this;
    return html`<form class="form order-form" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h1>${number ? t('ordering.change-order', { number }) : t('ordering.new-order')}</h1>
      <p class="soft">${t('ordering.required')}</p>
      ${this.kept ? this.#found() : nothing}
      <order-head
        .draft=${draft}
        .started=${this.started}
        .companies=${this.companies}
        .problem=${this.problem}
        .change=${this.#put}
      ></order-head>
      ${unitList()} ${repeat(draft.lines, (line) => line.number, (line, at) => this.#line(line, at))}
      <p>
        <button type="button" class="quiet" data-action="add-line" @click=${this.#add}>
          ${t('ordering.add-line')}
        </button>
      </p>
      ${this.#trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>
          ${t(number ? 'ordering.save' : 'ordering.place')}
        </button>
        <a class="quiet" data-action="cancel" href=${this.#back()} @click=${this.#forget}>${t('cancel')}</a>
      </p>
    </form>`;
  }

  #found = () => html`<p class="hint-box" role="status">
    <span>${t('ordering.kept')}</span>
    <span><button type="button" class="quiet" data-action="discard" @click=${() => this.#discard()}>
      ${t('ordering.discard')}
    </button></span>
  </p>`;

  #line(line, index) {
    const before = this.started?.lines.find(({ number }) => number === line.number);
    return html`<order-line-form
      .index=${index}
      .line=${line}
      .before=${before}
      .orderPromise=${this.started?.promise}
      .routings=${this.routings}
      .problem=${this.problem}
      .change=${this.#put}
      ?removable=${this.draft.lines.length > 1}
      @remove=${() => this.#remove(index)}
    ></order-line-form>`;
  }

  /** What is wrong, unless it is said at its field. */
  #trouble() {
    if (this.rerouted) {
      return html`<div class="trouble-box">
        <p role="alert">${t('ordering.rerouted', { lines: this.rerouted.join(t('comma')) })}</p>
        <p>
          <button class="quiet" data-action="move-reported" value="move" ?disabled=${this.busy}>
            ${t('ordering.move')}
          </button>
        </p>
      </div>`;
    }
    return this.isSaid ? nothing : this.trouble();
  }

  #put = (path, value) => {
    this.draft = put(this.draft, path, value);
    this.unsay(path);
    keep(this.number ?? NEW, { draft: this.draft, started: this.started });
  };

  #typed = (event) => {
    const said = typed(event);
    said && this.#put(...said);
  };

  #add = async () => {
    const number = Math.max(...[...this.draft.lines, ...(this.started?.lines ?? [])].map((line) => line.number)) + 1;
    this.#put('lines', [...this.draft.lines, emptyLine(number)]);
    await this.updateComplete;
    const added = [...this.querySelectorAll('order-line-form')].at(-1);
    await added.updateComplete;
    await added.querySelector('type-ahead').updateComplete;
    added.querySelector('input').focus();
  };

  async #remove(index) {
    this.#put('lines', this.draft.lines.filter((_, at) => at !== index));
    await this.updateComplete;
    this.querySelector('[data-action=add-line]').focus();
  }

  #back = () => (this.number ? `/orders/${encodeURIComponent(this.number)}` : '/orders');
  #forget = () => forget(this.number ?? NEW);

  #discard() {
    this.#forget();
    location.reload();
  }

  #save = async (event) => {
    event.preventDefault();
    const moves = event.submitter?.value === 'move';
    this.rerouted = undefined;
    const company = this.number ? this.draft.company : companyOf(this.companies, this.draft.companyText);
    const wrong = faultsOf(this.draft, company);
    const unusual = passedDates(this.draft, this.started);
    if (this.fine(event.target, { wrong, unusual })) {
      const order = sentOrder({ ...this.draft, company });
      await this.#send(moves ? { ...order, moveReported: true } : order);
    } else {
      await this.#lookUp(this.draft.number);
    }
    await this.updateComplete;
    this.isSaid = Boolean(this.querySelector('[aria-invalid=true]'));
    this.querySelector('[aria-invalid=true]')?.focus();
  };

  /** The server says of a number that it is taken once all else is right: asked, so that it is said with the rest. */
  async #lookUp(number) {
    const taken = !this.number && number.trim() && (await isTaken(number));
    if (taken && this.problem?.faults && this.draft.number === number) {
      this.problem = { faults: [...this.problem.faults, { field: 'number', said: t('ordering.number-taken') }] };
    }
  }

  /** Done once the fields are, too: what is wrong is looked for among them. */
  async getUpdateComplete() {
    const done = await super.getUpdateComplete();
    await Promise.all([...this.querySelectorAll('order-head, order-line-form')].map((part) => part.updateComplete));
    await Promise.all([...this.querySelectorAll('type-ahead, requirement-rows')].map((part) => part.updateComplete));
    return done;
  }

  async #send(order) {
    const number = this.number ?? this.draft.number.trim();
    let placed;
    const isDone = await this.attempt(async () => {
      placed = await placeOrder(number, order, this.started?.version ?? 0);
    });
    if (isDone) {
      this.#forget();
      this.done({ number: placed.number, before: this.started, order, ...placed });
    } else {
      await this.#settle(order);
    }
  }

  /** What is refused, and how one goes on. */
  async #settle(order) {
    const next = await settled({ problem: this.problem, started: this.started, order });
    if (next.order) {
      Object.assign(this, { draft: next.draft, started: next.started });
      keep(this.number, { draft: this.draft, started: this.started });
      await this.#send(next.order);
    } else {
      this.problem = next.problem;
      this.rerouted = next.rerouted;
    }
  }
}

customElements.define('order-form', OrderForm);
