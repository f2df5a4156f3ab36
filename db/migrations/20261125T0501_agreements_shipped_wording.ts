import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/** Wording the office begins with. Nobody has approved it: each template says so until somebody is named who has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const at = '2026-11-25T00:00:00Z'
  for (const [key, title, texts] of clauses) {
    const id = randomUUID()
    await sql`insert into agreement_clause (id, key, title, created_at) values (${id}, ${key}, ${title}, ${at})`.execute(
      db,
    )
    await sql`insert into agreement_clause_version (id, clause_id, number, texts, note, created_by_name, created_at)
      values (${randomUUID()}, ${id}, 1, ${JSON.stringify(texts)}, 'As shipped', 'Unitbase', ${at})`.execute(db)
  }
  for (const { kind, name, roles, texts } of templates) {
    const id = randomUUID()
    await sql`insert into agreement_template (id, kind, name, roles, created_at)
      values (${id}, ${kind}, ${name}, ${JSON.stringify(roles)}, ${at})`.execute(db)
    await sql`insert into agreement_template_version (id, template_id, number, texts, note, created_by_name, created_at)
      values (${randomUUID()}, ${id}, 1, ${JSON.stringify(texts)}, 'As shipped. Have a lawyer read this.', 'Unitbase', ${at})`.execute(
      db,
    )
  }
}

const clauses: [key: string, title: string, texts: Record<string, string>][] = [
  [
    'confidentiality',
    'Confidentiality',
    {
      en: `# Confidentiality
What you learn of the script, the product, the people and the money of this production stays with you. You do not publish it, and you show it only to those who need it for the work. This does not cover what is public already, or what a law makes you say.`,
    },
  ],
  [
    'publicity',
    'Publicity and pictures',
    {
      en: `# Publicity and pictures
You post no pictures, sound or text from the set before {{office.name}} agrees in writing. Pictures of you at work may be used to show how the production was made, unless you tell us that you do not want this.`,
    },
  ],
  [
    'conduct',
    'Conduct and safety',
    {
      en: `# Conduct and safety
Everybody works without being bullied, harassed or put in danger. You follow the safety instructions, and you may stop work that is not safe. Tell the production office at once if something is wrong; nobody is treated worse for speaking up.`,
    },
  ],
  [
    'data',
    'Your data',
    {
      en: `# Your data
We keep what is in this paper to carry it out and to prove it, for as long as the law and the film need. You may ask what we hold about you, have it corrected, and complain to your data protection authority.`,
      de: `# Deine Daten
Was in diesem Papier steht, bewahren wir auf, um es zu erfüllen und zu belegen, solange das Gesetz und der Film es brauchen. Du kannst fragen, was wir über dich haben, es berichtigen lassen und dich bei der Datenschutzbehörde beschweren.`,
      pl: `# Twoje dane
Dane z tego dokumentu przechowujemy, aby go wykonać i udowodnić, tak długo, jak wymaga tego prawo i film. Możesz zapytać, jakie dane o Tobie mamy, poprosić o ich poprawienie i złożyć skargę do organu ochrony danych.`,
      ar: `# بياناتك
نحتفظ بما في هذه الوثيقة لتنفيذها وإثباتها، طالما يلزم ذلك قانوناً وللفيلم. يمكنك أن تسأل عمّا لدينا عنك، وأن تطلب تصحيحه، وأن تشتكي إلى هيئة حماية البيانات.`,
    },
  ],
  [
    'law',
    'Law',
    {
      en: `# Law
The law of the country where {{office.name}} has its seat applies, and its courts decide. If one sentence of this paper does not hold, the others still do. Changes are made in a new paper, not by hand in this one.`,
    },
  ],
]

const office = { role: 'signer', label: 'For the company', turn: 2, who: 'office' }
const terms = '# Terms\n{{terms}}'

const talentBody = {
  en: `# What we do
I, {{party.name}}, let {{office.name}} film, photograph and record me for {{production.title}} {{shoot.day}}. They may use my likeness, my voice and what I say.

# Where and how long
The recordings may be shown and copied in: {{scope}}. They may be cut, subtitled and put together with other pictures and sound, as long as I am not shown in a false or demeaning light.

# What is not allowed
- use for another brand or another film
- training of AI on my face or voice
- a digital copy of me

# What I get
{{release.pay}}

{{clause data}}`,
  de: `# Was wir tun
Ich, {{party.name}}, erlaube {{office.name}}, mich für {{production.title}} {{shoot.day}} zu filmen, zu fotografieren und aufzunehmen. Mein Bild, meine Stimme und was ich sage dürfen verwendet werden.

# Wo und wie lange
Die Aufnahmen dürfen gezeigt und vervielfältigt werden: {{scope}}. Sie dürfen geschnitten, untertitelt und mit anderem Bild und Ton verbunden werden, solange ich nicht falsch oder herabwürdigend dargestellt werde.

# Was nicht erlaubt ist
- Verwendung für eine andere Marke oder einen anderen Film
- Training von KI mit meinem Gesicht oder meiner Stimme
- eine digitale Kopie von mir

# Was ich bekomme
{{release.pay}}

{{clause data}}`,
  pl: `# Co robimy
Ja, {{party.name}}, zgadzam się, aby {{office.name}} filmowało, fotografowało i nagrywało mnie na potrzeby {{production.title}} {{shoot.day}}. Można wykorzystać mój wizerunek, głos i wypowiedzi.

# Gdzie i jak długo
Nagrania można pokazywać i kopiować: {{scope}}. Można je montować, opatrywać napisami i łączyć z innym obrazem i dźwiękiem, o ile nie pokazują mnie fałszywie ani poniżająco.

# Czego nie wolno
- użyć ich dla innej marki lub innego filmu
- uczyć sztucznej inteligencji na mojej twarzy lub głosie
- tworzyć mojej cyfrowej kopii

# Co otrzymuję
{{release.pay}}

{{clause data}}`,
  ar: `# ماذا نفعل
أنا، {{party.name}}، أسمح لـ {{office.name}} بتصويري وتسجيلي من أجل {{production.title}} {{shoot.day}}. ويجوز استخدام صورتي وصوتي وما أقوله.

# أين وإلى متى
يجوز عرض التسجيلات ونسخها في: {{scope}}. ويجوز مونتاجها وترجمتها ودمجها مع صور وأصوات أخرى، على ألا أظهر بشكل كاذب أو مهين.

# ما لا يُسمح به
- الاستخدام لعلامة تجارية أخرى أو فيلم آخر
- تدريب الذكاء الاصطناعي على وجهي أو صوتي
- نسخة رقمية مني

# ماذا أحصل عليه
{{release.pay}}

{{clause data}}`,
}

const talentShort = {
  en: `+ We film you for **{{production.title}}** {{shoot.day}}
+ Shown in: **{{scope}}**
+ {{release.pay}}
- **Not** allowed: other brands, training of AI, a digital copy of you`,
  de: `+ Wir filmen dich für **{{production.title}}** {{shoot.day}}
+ Gezeigt in: **{{scope}}**
+ {{release.pay}}
- **Nicht** erlaubt: andere Marken, Training von KI, eine digitale Kopie von dir`,
  pl: `+ Filmujemy Cię do **{{production.title}}** {{shoot.day}}
+ Gdzie: **{{scope}}**
+ {{release.pay}}
- **Nie** wolno: inne marki, uczenie AI, Twoja cyfrowa kopia`,
  ar: `+ نصوّرك من أجل **{{production.title}}** {{shoot.day}}
+ العرض في: **{{scope}}**
+ {{release.pay}}
- **غير** مسموح: علامات أخرى، تدريب الذكاء الاصطناعي، نسخة رقمية منك`,
}

const minorBody = {
  en: `# Who signs
I, {{guardian.name}}, am parent or legal guardian of {{minor.name}}, and I may sign for them.

${talentBody.en.replaceAll('I, {{party.name}}, let', 'I let').replaceAll('record me', 'record {{minor.name}}').replaceAll('my likeness, my voice and what I say', 'their likeness, their voice and what they say').replaceAll('I am not shown', 'they are not shown').replaceAll('my face or voice', 'their face or voice').replaceAll('copy of me', 'copy of them').replace('What I get', 'What they get')}

# Work with minors
Hours, schooling, rest and chaperone follow the law of the place. I say at once if {{minor.name}} is unwell or does not want to go on; then work stops.`,
  de: `# Wer unterschreibt
Ich, {{guardian.name}}, bin Mutter, Vater oder Vormund von {{minor.name}} und darf für sie oder ihn unterschreiben.

${talentBody.de.replaceAll('Ich, {{party.name}}, erlaube', 'Ich erlaube').replaceAll('mich für', '{{minor.name}} für').replaceAll('Mein Bild, meine Stimme und was ich sage', 'Bild, Stimme und was {{minor.name}} sagt').replaceAll('solange ich nicht', 'solange {{minor.name}} nicht').replaceAll('dargestellt werde', 'dargestellt wird').replaceAll('meinem Gesicht oder meiner Stimme', 'Gesicht oder Stimme').replaceAll('Kopie von mir', 'Kopie').replace('Was ich bekomme', 'Was {{minor.name}} bekommt')}`,
  pl: `# Kto podpisuje
Ja, {{guardian.name}}, jestem rodzicem lub opiekunem prawnym: {{minor.name}}, i podpisuję w imieniu tej osoby.

${talentBody.pl.replaceAll('Ja, {{party.name}}, zgadzam się', 'Zgadzam się')}`,
  ar: `# من يوقّع
أنا، {{guardian.name}}، ولي أمر {{minor.name}}، وأوقّع نيابةً عنه أو عنها.

${talentBody.ar.replaceAll('أنا، {{party.name}}، أسمح', 'أسمح')}`,
}

const titles = {
  talent: {
    en: 'Permission to film and show you',
    de: 'Einverständnis, dich zu filmen und zu zeigen',
    pl: 'Zgoda na filmowanie i pokazywanie Ciebie',
    ar: 'إذن بتصويرك وعرضك',
  },
  minor: {
    en: 'Permission to film and show a young person',
    de: 'Einverständnis, eine minderjährige Person zu filmen',
    pl: 'Zgoda na filmowanie osoby niepełnoletniej',
    ar: 'إذن بتصوير قاصر وعرضه',
  },
}

const inLanguages = (title: Record<string, string>, short: Record<string, string>, body: Record<string, string>) =>
  Object.fromEntries(Object.keys(body).map((it) => [it, { title: title[it], short: short[it], body: body[it] }]))

const templates = [
  {
    kind: 'deal_memo',
    name: 'Deal memo',
    roles: [{ role: 'signer', label: 'Crew member', turn: 1, who: 'subject' }, office],
    texts: {
      en: {
        title: 'Deal memo: {{party.name}}',
        short:
          '+ {{terms.rate}}\n+ {{terms.starts}} to {{terms.ends}}\n+ **{{terms.position}}** on {{production.title}}',
        body: `# Parties
{{office.name}} engages {{party.name}} as {{terms.position}} on {{production.title}} ({{production.code}}).

${terms}

# Address
My address for this production is {{ask:address|Your address}}. My emergency contact is {{ask:emergency|Emergency contact and number}}.

{{clause confidentiality}}

{{clause publicity}}

{{clause conduct}}

{{clause data}}

{{clause law}}`,
      },
    },
  },
  {
    kind: 'crew_agreement',
    name: 'Crew agreement',
    roles: [{ role: 'signer', label: 'Contractor', turn: 1, who: 'subject' }, office],
    texts: {
      en: {
        title: 'Crew agreement: {{party.name}}',
        short:
          '+ You work as **{{terms.position}}**, {{terms.starts}} to {{terms.ends}}\n+ {{terms.rate}}\n- No pictures from set before we say so',
        body: `# The work
{{party.name}} works for {{office.name}} as {{terms.position}} on {{production.title}}, with care and on time.

${terms}

# Results
What is made in the work belongs to {{office.name}} when it is paid for. Names are credited as the terms say.

# Ending
Either side may end this for a serious reason at once, and otherwise as the terms say. Work done is paid.

{{clause confidentiality}}

{{clause publicity}}

{{clause conduct}}

{{clause data}}

{{clause law}}`,
      },
    },
  },
  {
    kind: 'nda',
    name: 'Non-disclosure agreement',
    roles: [{ role: 'signer', label: 'Who is told', turn: 1, who: 'subject' }],
    texts: {
      en: {
        title: 'Non-disclosure: {{production.title}}',
        short:
          '+ We show you papers of **{{production.title}}**\n- You show and tell them to nobody for **three years**',
        body: `# What it is about
{{office.name}} tells {{party.name}} things about {{production.title}} that others do not know yet: script, product, people, dates and money.

# What you promise
You use them only for this production. You tell nobody else, copy nothing that you do not need, and keep papers and links to yourself. This lasts three years from today.

# What is free
What is public already without your doing, what you knew before, and what a law makes you say.

# When it ends
If we ask, you give back or destroy what you have.

{{clause law}}`,
      },
    },
  },
  {
    kind: 'talent_release',
    name: 'Talent release',
    roles: [{ role: 'signer', label: 'Person filmed', turn: 1, who: 'subject' }],
    texts: inLanguages(titles.talent, talentShort, talentBody),
  },
  {
    kind: 'minor_release',
    name: 'Minor’s release',
    roles: [{ role: 'guardian', label: 'Parent or guardian', turn: 1, who: 'subject' }],
    texts: inLanguages(titles.minor, talentShort, minorBody),
  },
  {
    kind: 'location_release',
    name: 'Location release',
    roles: [{ role: 'signer', label: 'Owner or whoever may decide', turn: 1, who: 'subject' }, office],
    texts: {
      en: {
        title: 'Permission to film: {{location.name}}',
        short:
          '+ We film at **{{location.name}}** for {{production.title}}\n+ {{release.pay}}\n+ We leave it as we found it',
        body: `# The place
{{party.name}} may decide about {{location.name}}, {{location.address}}, and lets {{office.name}} film there for {{production.title}} {{shoot.day}}, with crew, vehicles and equipment.

# The pictures
What is filmed belongs to {{office.name}}. The place may be shown in: {{scope}}. It may be shown under its own name or another.

# Care
{{office.name}} leaves the place as it was, pays for what it breaks, and is insured for it. It keeps to agreed hours and to the rules of the house.

# Fee
{{release.pay}}

{{clause law}}`,
      },
    },
  },
  {
    kind: 'vendor_agreement',
    name: 'Vendor agreement',
    roles: [{ role: 'signer', label: 'For the vendor', turn: 1, who: 'subject' }, office],
    texts: {
      en: {
        title: 'Vendor agreement: {{party.name}}',
        short: '+ Supplies for **{{production.title}}**\n+ Paid {{terms.pay_cycle}} from a correct invoice',
        body: `# What is supplied
{{party.name}} supplies {{office.name}} for {{production.title}}: {{ask:supply|What is supplied}}.

${terms}

# Condition and insurance
What is supplied works and is safe. The vendor is insured for it until handover and after return; {{office.name}} in between.

# Invoices
Invoices name the production and the order. They are paid {{terms.pay_cycle}}.

{{clause confidentiality}}

{{clause law}}`,
      },
    },
  },
]
