import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { concerning } from '../reading/operations.js';
import { codeOf, routingDraft, sentRouting } from '../reading/routing.js';
import { calendars, reportedOperations, routing, saveRouting, stageTimes } from '../requests.js';
import { agreed, settled } from '../saving.js';
import './reported-operations.js';
import './routing-head.js';
import './routing-panes.js';
import './stage-list.js';

const DAYS = 90;

/** One routing: its stages are edited here, tried against what the plant reports, and saved as a whole. */
class RoutingPage extends FormElement {
  static properties = {
    /** As the server has it; absent for a new one. */
    stored: { attribute: false },
    draft: { attribute: false },
    calendars: { state: true },
    reported: { state: true },
    times: { state: true },
    changed: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    Object.assign(this, { calendars: [], reported: [], times: [], changed: false, said: '' });
  }

  connectedCallback() {
    super.connectedCallback();
    this.draft ??= routingDraft(this.stored);
    this.changed = !this.stored;
    window.addEventListener('beforeunload', this.#warn);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.#warn);
  }

  /** What is typed here would be lost with the page. */
  #warn = (event) => this.changed && this.stored && event.preventDefault();

  /** What helps to edit may come later, or not at all. */
  firstUpdated() {
    const learn = (request, take) => request.then(take, () => {});
    learn(calendars(), (answer) => (this.calendars = answer.calendars));
    learn(reportedOperations(DAYS), ({ operations }) => (this.reported = concerning(operations, this.draft.code)));
    this.stored && learn(stageTimes(this.stored.code), ({ stages }) => (this.times = stages));
  }

  render() {
    const { draft, stored, problem } = this;
    return html`<section class="manage routing-page" aria-labelledby="routing-name-of">
      <header>
        <p class="eyebrow"><a href="/routings">${t('routings.title')}</a>${stored ? ` · ${stored.code}` : nothing}</p>
        <h1 id="routing-name-of">${draft.name || draft.code || t('routings.new')}</h1>
        ${stored ? this.#saved(stored) : nothing}
      </header>
      <p role="status" class="said">${this.said}</p>
      <form class="form" novalidate @submit=${this.#save}>
        <routing-head
          .draft=${draft}
          .calendars=${this.calendars}
          .problem=${problem}
          .isNew=${!stored}
          .change=${this.#change}
        ></routing-head>
        <routing-panes .stages=${draft.stages}></routing-panes>
        <stage-list
          .stages=${draft.stages}
          .reported=${this.reported}
          .times=${this.times}
          .calendars=${this.calendars}
          .problem=${problem}
          .change=${(stages) => this.#change({ stages })}
        ></stage-list>
        <reported-operations
          .reported=${this.reported}
          .stages=${draft.stages}
          .change=${(stages) => this.#change({ stages })}
        ></reported-operations>
        <div class="save-bar">
          ${this.trouble()}
          <p class="buttons">
            <button class="go" data-action="save" ?disabled=${this.busy || !this.changed}>${t('save')}</button>
            <button
              type="button"
              class="quiet"
              data-action="discard"
              ?disabled=${this.busy || !this.changed}
              @click=${this.#discard}
            >${t('routings.discard')}</button>
          </p>
        </div>
      </form>
    </section>`;
  }

  #saved({ version, savedBy, savedAt }) {
    return html`<p class="soft">
      ${t('routings.version', { version })}${savedBy
        ? html`${t('comma')}${savedBy}${t('comma')}<time datetime=${savedAt} title=${inFull(savedAt)}
              >${when(savedAt)}</time
            >`
        : nothing}
    </p>`;
  }

  #change = (some) => {
    this.draft = { ...this.draft, ...some };
    this.changed = true;
    this.said = '';
  };

  #discard = () => {
    if (!this.stored) {
      location.assign('/routings');
      return;
    }
    this.draft = routingDraft(this.stored);
    this.changed = false;
    this.problem = undefined;
  };

  #save = async (event) => {
    event.preventDefault();
    const code = this.stored?.code ?? (this.draft.code.trim() || codeOf(this.draft.name));
    await this.#send(code, sentRouting(this.draft), this.stored?.version ?? 0);
    await this.updateComplete;
    const wrong = this.querySelector('[aria-invalid=true]');
    wrong?.closest('details')?.setAttribute('open', '');
    wrong?.focus();
  };

  async #send(code, said, startedFrom) {
    let orders;
    let saved;
    const sent = await this.attempt(async () => {
      orders = await agreed(code, said);
      saved = orders && (await saveRouting(code, said, orders, startedFrom));
    });
    if (saved) {
      await this.#done(code, saved, orders);
    } else if (!sent && this.problem.status === 412) {
      await this.#settle(code, said);
    }
  }

  async #done(code, saved, orders) {
    const before = this.stored;
    if (!before) {
      this.changed = false;
      location.assign(`/routings/${encodeURIComponent(code)}`);
      return;
    }
    await this.#load(code);
    this.said =
      saved.outcome === 'unchanged'
        ? t('routings.unchanged')
        : t('routings.saved', { version: saved.version, count: saved.orders });
    if (saved.outcome === 'changed') {
      offerUndo(t('routings.undo', { version: before.version }), async () => {
        await saveRouting(code, sentRouting(routingDraft(before)), orders, saved.version);
        await this.#load(code);
        this.said = '';
      });
    }
  }

  async #load(code) {
    this.stored = await routing(code);
    this.#discard();
  }

  async #settle(code, mine) {
    const { problem } = this;
    const chosen = this.stored && (await settled(problem, this.stored, mine));
    if (chosen) {
      this.stored = problem.current;
      this.draft = routingDraft({ ...chosen, code, version: problem.current.version });
      await this.#send(code, sentRouting(this.draft), problem.current.version);
    }
  }
}

customElements.define('routing-page', RoutingPage);
