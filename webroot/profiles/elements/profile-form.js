import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { LANGUAGES, t } from '../../base/words.js';
import {
  LANGUAGE_CHOICES,
  clockField,
  conditionFields,
  faultsOf,
  languageChoice,
  sentOf,
  timeOf,
  visitField,
} from '../reading/form.js';
import { KINDS, MODES, ROLES, STEPS, TOPICS } from '../reading/terms.js';
import { grounds } from '../requests.js';
import './agreed-dates.js';
import './shown-stages.js';

/** A new version of what is agreed; it starts from the newest one. `done` with what became of it. */
class ProfileForm extends FormElement {
  static texts = { 412: 'profile.changed-meanwhile' };
  static properties = {
    title: { attribute: false },
    /** The newest version there is, with what it names. */
    newest: { attribute: false },
    /** What counts where nothing is filled in. */
    usual: { attribute: false },
    day: { attribute: false },
    tier: { attribute: false },
    save: { attribute: false },
    /** The newest version that whoever fills it in has seen. */
    startedFrom: { attribute: false },
    found: { state: true },
  };

  async firstUpdated() {
    this.found = await grounds().catch(() => ({ calendars: [], stages: [] }));
  }

  render() {
    const terms = this.newest ?? {};
    return html`<form class="form profile-form" novalidate @submit=${this.#save}>
      <h2>${this.title}</h2>
      <p class="soft">${t(this.tier ? 'profile.form-text-tier' : 'profile.form-text')}</p>
      ${this.#frame()} ${this.#answers(terms)} ${this.#visits(terms)} ${this.#news(terms)}
      <shown-stages .view=${terms.shows} .stages=${this.found?.stages} .usual=${this.#unnamed()}></shown-stages>
      <agreed-dates
        .terms=${terms.promises}
        .counting=${this.usual.promises.value} .usual=${this.#unnamed()}></agreed-dates>
      ${this.#more(terms)} ${this.trouble('from', 'until', 'agreedBy', 'agreedOn', 'workingHours')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy || !this.found}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, label, value, more = {}) {
    const { sent = name, ...rest } = more;
    const id = `profile-${name.replaceAll('.', '-')}`;
    return field({ id, name, label, value, required: false, error: this.wrong(sent, name), ...rest });
  }

  #frame() {
    const { day, tier } = this;
    return html`<div class="pair">
        ${this.#field('from', t('profile.from'), day, { type: 'date', min: day, required: true })}
        ${this.#field('until', t('profile.until'), '', { type: 'date', min: day, hint: t('profile.until-hint') })}
      </div>
      <div class="pair">
        ${this.#field('agreedBy', t(tier ? 'profile.decided-by' : 'profile.agreed-by'), '', {
          required: true,
          maxlength: 200,
        })}
        ${this.#field('agreedOn', t(tier ? 'profile.decided-on' : 'profile.agreed-on'), day, {
          type: 'date',
          max: day,
          required: true,
        })}
      </div>`;
  }

  #answers(terms) {
    return html`<fieldset class="profile-part">
      <legend>${t('profile.part.answers')}</legend>
      ${this.#choice('fastLane', t('profile.fast-lane'), [
        ['true', t('profile.fast-lane.yes')],
        ['false', t('profile.fast-lane.no')],
      ], terms.fastLane === undefined ? '' : String(terms.fastLane))}
      ${KINDS.map((kind) => html`<details class="disclosure" ?open=${terms.clocks?.[kind] !== undefined}>
        <summary>${t('profile.times-of', { kind: t(`profile.kind.${kind}`) })}</summary>
        <div class="quarter">${STEPS.map((step) => this.#field(
          clockField(kind, step),
          t(`profile.step.${step}`),
          timeOf(terms.clocks, kind, step),
          { hint: this.#usual(timeOf(values(this.usual.clocks), kind, step)), sent: `clocks.${kind}.${step}` },
        ))}</div>
      </details>`)}
    </fieldset>`;
  }

  #visits(terms) {
    return html`<fieldset class="profile-part">
      <legend>${t('profile.part.people')}</legend>
      ${ROLES.map((role) => html`<div class="pair" role="group" aria-label=${t(`profile.role.${role}`)}>
        ${['ideal', 'longest'].map((which) => this.#field(
          visitField(role, which),
          `${t(`profile.role.${role}`)}${t('colon')}${t(`profile.${which}`)}`,
          String(terms.visits?.[role]?.[which] ?? ''),
          {
            type: 'number',
            min: 1,
            max: 1000,
            inputmode: 'numeric',
            hint: this.#usual(String(this.usual.visits[role]?.value[which] ?? '')),
            sent: `visits.${role}.${which}`,
          },
        ))}
      </div>`)}
    </fieldset>`;
  }

  #news(terms) {
    return html`<fieldset class="profile-part">
      <legend>${t('profile.form.news')}</legend>
      <div class="pair">${TOPICS.map((topic) => this.#choice(
        `notice.${topic}`,
        t(`profile.topic.${topic}`),
        MODES.map((mode) => [mode, t(`profile.mode.${mode}`)]),
        terms.notices?.[topic] ?? '',
      ))}</div>
    </fieldset>`;
  }

  #more(terms) {
    const { en, zh } = conditionFields(terms.warranty?.conditions);
    return html`<fieldset class="profile-part">
      <legend>${t('profile.part.rest')}</legend>
      <p class="soft">${t('profile.rest-text')}</p>
      ${this.#field('months', t('profile.months'), String(terms.warranty?.months ?? ''), {
        type: 'number',
        min: 1,
        max: 600,
        inputmode: 'numeric',
        sent: 'warranty.months',
      })}
      ${this.#field('conditions-en', t('profile.conditions-en'), en, { maxlength: 1000 })}
      ${this.#field('conditions-zh', t('profile.conditions-zh'), zh, { maxlength: 1000 })}
      ${this.#choice(
        'languages',
        t('profile.languages-label'),
        LANGUAGE_CHOICES.map((name) => [name, name.split('-').map((one) => LANGUAGES[tags[one]]).join(t('comma'))]),
        languageChoice(terms.languages),
      )}
      ${this.#choice(
        'workingHours',
        t('profile.hours'),
        (this.found?.calendars ?? []).map(({ code, name }) => [code, name]),
        terms.workingHours ?? '',
      )}
    </fieldset>`;
  }

  /** The first of each choice leaves it as it is without. */
  #choice(name, label, options, chosen) {
    return selection({ name, label, options: [['', this.#unnamed()], ...options], chosen });
  }

  #unnamed() {
    return t(this.tier ? 'profile.as-usual' : 'profile.as-tier');
  }

  #usual(value) {
    return value ? t('profile.usual', { value }) : '';
  }

  #save = async (event) => {
    const form = submitted(event);
    if (!this.fine(event.target, { wrong: faultsOf(form) })) {
      return;
    }
    const { shown } = this.querySelector('shown-stages');
    let saved;
    const wanted = { ...sentOf(form, shown), promises: this.querySelector('agreed-dates').named };
    if (await this.attempt(async () => (saved = await this.save(wanted, this.startedFrom)))) {
      this.done(saved);
    } else if (this.problem.status === 412) {
      this.startedFrom = this.problem.current.version; // Whoever read that and sends it once more means it.
    }
  };
}

const tags = { en: 'en', zh: 'zh-CN' };
const values = (counted) => Object.fromEntries(Object.entries(counted).map(([key, { value }]) => [key, value]));

customElements.define('profile-form', ProfileForm);
