namespace SearchNotes.Talks.Readings;

/// <summary>The word lists of the splitter, all of them. Each is short on purpose: a word is here because blogs use it as a
/// heading.</summary>
/// <remarks>Lower case, without punctuation; languages in the order en, de, fr, es, ja, zh, ko. No list holds names of people.</remarks>
internal static class Words
{
    /// <summary>Headings of a talk's question round. They never start a talk, whatever their level: the text belongs to the talk
    /// before.</summary>
    internal static readonly WordList Questions = new(
        "q&a", "q & a", "q and a", "qa", "q&as", "q & as", "q.a", "q+a", "q/a", "q&a session", "questions", "question",
        "audience questions",
        "questions and answers", "questions & answers", "questions from the audience", "faq", "discussion",
        "fragen", "fragen und antworten", "fragen & antworten", "fragerunde", "diskussion",
        "questions réponses", "questions/réponses", "questions - réponses", "questions et réponses", "les questions",
        "preguntas", "preguntas y respuestas", "質疑応答", "質疑", "質問", "q.a.", "提问", "问答", "答疑", "q&a环节", "질의응답", "질문", "질문과 답변");

    /// <summary>Sections of a talk that some bloggers put on the talks' own level: they join the talk before when they have its
    /// level.</summary>
    internal static readonly WordList Sections = new(
        "abstract", "notes", "my notes", "example", "examples", "demo", "demos", "code", "slides", "video", "details", "background",
        "key takeaways", "takeaways", "key points", "key ideas", "main points", "highlights of the talk", "practical takeaways", "content",
        "contents", "outline",
        "beispiel", "beispiele", "folien", "notizen", "exemple", "exemples", "démo", "notes de conférence", "ejemplo", "ejemplos",
        "アブストラクト", "スライド", "デモ", "メモ", "背景", "资料", "幻灯片", "投影片", "课件", "示例", "발표 자료", "데모", "예제");

    /// <summary>Headings that end the talk before them: what follows is about the event, the author or nothing.</summary>
    internal static readonly WordList Endings = new(
        "thanks", "thank you", "acknowledgements", "closing", "closing remarks", "closing thoughts", "sponsors", "references", "resources",
        "links", "further reading", "meet and greet", "meet & greet", "next month", "next time", "reste", "rest", "次回", "参考链接", "사진", "기록",
        "등록",
        "things to google", "what's next", "next steps", "wrap up", "wrap-up", "wrapping up", "it's a wrap", "we are hiring",
        "we're hiring", "nous recrutons", "採用情報", "채용", "final thoughts", "conclusion", "conclusions", "summary", "overall", "tl;dr",
        "afterword", "epilogue", "end", "fin", "ende", "the end", "pour en savoir plus", "pour en apprendre davantage",
        "pour aller plus loin", "links zu den folien", "クロージング", "オープニング", "general info", "general information", "general remarks",
        "comments", "about", "about the author", "about me", "related", "related posts", "see also", "misc", "miscellaneous", "other",
        "others", "other talks",
        "introduction", "intro", "preface", "prologue", "overview", "agenda", "schedule", "program", "programme", "timetable",
        "table of contents", "toc", "talks i missed", "photos", "pictures",
        "venue", "location", "accommodation", "food and events", "getting there", "the venue", "merch", "travel", "hotel", "food",
        "the food", "swag", "registration", "welcome", "people", "organisation", "organization", "logistics", "tickets", "when", "where",
        "date", "what", "why", "who",
        "general", "thoughts", "my thoughts", "impression", "impressions", "after", "retrospective", "community", "the community",
        "takeaway", "lessons learned", "feedback",
        "fazit", "ausblick", "einleitung", "anreise", "abreise", "drumherum", "danke", "sonstiges", "zusammenfassung", "programm", "ort",
        "resümee", "schluss",
        "bilan", "remerciements", "en vrac", "en résumé", "pour conclure", "en conclusion", "le mot de la fin", "ambiance", "l'ambiance",
        "le lieu", "liens", "ressources", "l'organisation",
        "conclusión", "conclusiones", "conclusioni", "conclusão", "considerações finais", "introduzione", "introdução",
        "hasta el año que viene", "hasta la próxima", "see you next year", "see you next time", "bis zum nächsten mal", "bis nächstes jahr",
        "à l'année prochaine", "à bientôt", "à la prochaine", "agradecimientos", "resumen", "introducción", "enlaces",
        "イベント", "対象読者", "予習", "ブース", "企業ブース", "スポンサーブース", "おわりに", "はじめに", "終わりに", "最後に", "宣伝", "振り返り", "振り返る", "参加", "終えて", "感想", "全体の感想",
        "所感", "感謝", "ありがとう", "交流", "宿題", "まとめ", "会場", "总述", "自我介绍", "活动开始时自我介绍", "合影", "概要", "参考", "参考リンク", "関連リンク", "リンク", "その他", "そのほか",
        "余談", "togetter", "イベント概要", "タイムテーブル", "雑感", "あとがき",
        "简介", "前情提要", "議程", "總結", "前言", "后记", "总结", "感谢", "结语", "小结", "参考资料", "后话", "感想", "写在最后", "写在前面", "概述", "活动介绍", "其他", "收获", "心得",
        "소개", "들어가기 전에", "네트워킹 시간", "마치며", "후기", "들어가며", "느낀점", "느낀 점", "마무리", "정리", "소감", "참고", "개요", "총평", "회고");

    /// <summary>Words that make a heading about the day and not about a talk, wherever they stand in it.</summary>
    internal static readonly WordList Social = new(
        "lunch", "dinner", "breakfast", "brunch", "coffee", "party", "afterparty", "drinks", "beer", "beers", "hallway", "networking",
        "sponsors", "sponsor", "raffle", "booths", "goodies", "thanks", "barbecue", "bbq",
        "mittagessen", "abendessen", "frühstück", "mittagspause", "kaffeepause", "stammtisch", "bilan", "déjeuner", "repas", "pause",
        "apéro", "buffet", "rencontre", "remerciements", "cocktail", "voyage", "goûter", "comida", "cena", "fiesta",
        "drinkup", "懇親会", "昼食", "お昼", "ランチ", "二次会", "打ち上げ", "ブース", "サイン会", "休憩", "休息", "茶歇", "午餐", "晚宴", "晚餐", "签到", "布展", "合影", "合照", "점심", "뒷풀이",
        "네트워킹", "휴식", "쉬는 시간",
        "intervalo", "przerwa", "перерыв", "обед", "pausa para");

    /// <summary>How headings end that look back, in scripts without spaces.</summary>
    internal static readonly string[] EndingEnds = Han.BothForms("を終えて", "を振り返って", "に参加して", "感想", "心得", "働きませんか", "느낀 점", "느낀점", "마치며");

    /// <summary>How headings end over accounts of sessions: <c>印象に残ったセッションの紹介</c>.</summary>
    internal static readonly string[] AccountEnds = Han.BothForms("感想", "紹介", "まとめ", "一覧", "メモ", "总结", "정리", "후기", "소개");

    /// <summary>Headings that gather talks and are none themselves.</summary>
    internal static readonly WordList Groups = new(
        "lightning talks", "lightning talk", "lightning", "lightning sessions", "ignite", "ignite talks", "ignites", "lightning round",
        "quickies", "quickie", "talks", "the talks", "talk notes", "sessions", "session", "session notes",
        "keynotes", "presentations", "presentation", "speakers", "workshops", "tutorials", "panels", "open space", "open spaces",
        "unconference", "barcamp", "highlights", "my favorites", "my favourites", "favorite talks", "favourite talks", "my favorite talks",
        "my favourite talks", "top talks", "my top talks", "my highlights", "selected talks", "talks & notes", "notes from talks",
        "my faves",
        "conference", "the conference", "main conference", "main track", "morning", "afternoon", "evening", "am", "pm", "the morning",
        "the afternoon", "short talks", "notes", "session summaries", "talk summaries", "best talks", "talks i attended", "attended talks",
        "attended sessions", "attended sessions list", "sessions attended", "list of sessions",
        "vorträge", "die vorträge", "kurzvorträge", "vormittag", "nachmittag", "abend", "tutorien", "les conférences", "conférences",
        "les talks", "les sessions", "présentations", "les présentations", "matin", "matinée", "après-midi", "soirée", "les quickies",
        "ateliers",
        "charlas", "ponencias", "mañana", "tarde",
        "lt", "lts", "lt大会", "ライトニングトーク", "ライトニングトーク大会", "セッション", "発表", "発表内容", "登壇", "講演", "基調講演一覧", "午前", "午後", "当日", "本編", "トーク", "内容",
        "ワークショップ",
        "演讲", "分享", "主题分享", "主题演讲", "上午", "下午", "议题", "闪电演讲", "会议内容", "세션", "세션 목록", "발표 내용", "오전", "오후", "라이트닝 토크");

    /// <summary>Articles in front of a heading; the lists are without them.</summary>
    internal static readonly string[] Articles = ["the ", "le ", "la ", "les ", "l'", "der ", "die ", "das ", "el ", "los ", "las "];

    /// <summary>How a heading begins or ends that explains what an event is.</summary>
    internal static readonly string[] ExplanationStarts = ["what is ", "what's ", "was ist ", "c'est quoi ", "qu'est-ce que ", "qué es "];

    /// <inheritdoc cref="ExplanationStarts"/>
    internal static readonly string[] ExplanationEnds = Han.BothForms("とは", "란", "이란", "c'est quoi", "是什么");

    /// <summary>What makes a short heading a group wherever it stands in it, in scripts without spaces.</summary>
    internal static readonly string[] GroupParts =
        Han.BothForms("前夜祭", "ライトニングトーク", "プレゼンテーション", "lt大会", "どんな話", "日目", "发表", "演讲内容", "所听", "见闻录", "第一天", "第二天", "第三天", "第四天", "라이트닝",
            "일차");

    /// <summary>First words of a heading that counts days, tracks or rooms: a group when little follows.</summary>
    internal static readonly WordList GroupStarts = new(
        "day", "track", "room", "session", "part", "morning", "afternoon", "evening", "tag", "raum", "teil", "jour", "journée", "salle",
        "partie", "première", "deuxième", "seconde", "día", "sala", "lightning", "ignite");

    /// <summary>Counting words in front of a title: <c>Two: Frank</c>, <c>Chapitre 3 : …</c>.</summary>
    internal static readonly WordList Counters = new(
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        "first", "second", "third", "fourth", "fifth", "talk", "session", "chapter", "part", "chapitre", "kapitel", "teil", "vortrag",
        "conférence", "partie", "capítulo", "charla", "eins", "zwei", "drei", "vier", "fünf", "un", "deux", "trois", "quatre", "cinq",
        "keynote", "lightning talk", "lightning", "lt", "slot", "speech", "presentation", "topic", "セッション", "トーク", "トラック", "트랙", "발표", "发言",
        "主题", "议题", "세션");

    /// <summary>What a few words before a quoted title hold when they name its place in the programme.</summary>
    internal static readonly string[] SlotParts =
        Han.BothForms("講演", "コマ目", "限目", "セッション", "トーク", "ホール", "教室", "会場", "ルーム", "トラック", "keynote", "session", "workshop", "talk", "演讲",
            "主题", "分享", "会场", "세션", "트랙", "발표", "강연", "키노트");

    /// <summary>Labels of a line that names the speaker.</summary>
    internal static readonly WordList SpeakerLabels = new(
        "speaker", "speakers", "speaker(s)", "presenter", "presenters", "presentor", "presentors", "presentator", "presenter(s)",
        "presented by", "talk by", "by", "given by", "panelist", "panelists", "panellists", "panel", "host", "hosts", "moderator",
        "lecturer", "who", "instructor", "instructors", "presentation by", "session by", "with",
        "sprecher", "sprecherin", "sprecherinnen", "referentinnen", "vortragenden", "referent", "referentin", "referenten", "vortragender",
        "vortragende", "von", "redner", "intervenant", "intervenants", "intervenante", "intervenantes", "speakeuse", "speakeuses",
        "orateur", "orateurs", "oratrice", "conférencier", "présenté par", "présentateur", "par", "animé par", "ponente", "ponentes", "por",
        "orador",
        "発表者", "登壇者", "スピーカー", "講師", "講演者", "話者", "演者", "讲师", "演讲者", "演讲人", "嘉宾", "分享者", "分享人", "主讲", "主讲人", "分享嘉宾", "讲者", "主講者", "講者",
        "발표자", "연사", "스피커", "강연자");

    /// <summary>Labels of a line that names the topic.</summary>
    internal static readonly WordList TopicLabels =
        new("talk", "title", "topic", "subject", "thema", "titel", "sujet", "titre", "タイトル", "テーマ", "主题", "题目", "주제", "제목");

    /// <summary>Words between a speaker and the topic: <c>Jed on variance</c>.</summary>
    internal static readonly string[] OnWords =
    [
        " on ", " talking about ", " talks about ", " speaking about ", " speaking on ", " about ", " presents ", " presenting ",
        " introduces ", " über ", " zu ", " sur ", " présente ", " sobre ",
    ];

    /// <summary>Words between a topic and the speaker: <c>Loop Better by Trey Hunner</c>.</summary>
    internal static readonly string[] ByWords =
    [
        " by ", " presented by ", " given by ", " with ", " from ", " von ", " mit ", " par ", " présenté par ", " animé par ", " avec ",
        " por ", " con ",
    ];

    /// <summary>Ends of a heading that a speaker was to follow; "on" and "with" end many whole titles.</summary>
    internal static readonly string[] HalfEnds = [" by", " von", " par", " por", " and", " und", " et"];

    /// <summary>What a sentence says of someone who gives a talk: these verbs alone make the subject a speaker.</summary>
    internal static readonly WordList Spoke = new(
        "talked", "talks", "talking", "spoke", "speaks", "speaking", "presented", "presents", "presenting", "gave", "gives", "giving",
        "described", "describes", "explained", "explains", "introduced", "introduces", "showed", "shows", "demonstrated", "demonstrates",
        "demoed", "demoing",
        "discussed", "discusses", "covered", "covers", "shared", "shares", "told", "tells", "began", "opened", "kicked", "walked", "argued",
        "delivered", "outlined", "closed", "lectured", "moderated",
        "spricht", "sprach", "erzählte", "erzählt", "berichtete", "berichtet", "zeigte", "zeigt", "erklärte", "erklärt", "präsentierte",
        "präsentiert", "hielt", "moderierte", "moderiert", "erläuterte", "erläutert",
        "présente", "présentait", "présenté", "présentent", "parle", "raconte", "explique", "montre", "habló", "presentó", "explicó",
        "habla", "presenta", "explica", "contó", "cuenta", "falou", "apresentou", "ha parlato", "ha presentato");

    /// <summary>Verbs and prepositions behind a name that opens a talk's text; weaker than <see cref="Spoke"/>.</summary>
    internal static readonly WordList SpokeLoosely = new(
        "is", "was", "leads", "led", "works", "worked", "from", "started", "starts", "runs", "ran", "had", "did", "took", "made", "used",
        "asked", "went", "of", "at", "wrote", "built", "begins", "points", "says", "said", "recommends", "argues",
        "ist", "stellte", "stellt", "von", "est", "nous", "nos");

    /// <summary>What a speaker owns or gives: "Murray's talk", "a presentation by Adrian Chadd".</summary>
    internal static readonly string[] TalkNouns =
        Han.BothForms("talk", "presentation", "session", "keynote", "workshop", "tutorial", "lecture", "lightning", "slides", "demo",
            "speech", "panel", "vortrag", "présentation", "conférence", "charla", "ponencia", "palestra", "の発表", "のセッション", "の話", "の講演");

    /// <summary>What stands before a speaker's name in a sentence.</summary>
    internal static readonly string[] SpeakerComesNext =
        ["présentation de ", "talk de ", "conférence de ", "présentation d'", "talk d'", "conférence d'", "session de ", "keynote de ",
            "charla de ", "charla ", "ponencia de ", "ponencia ", "palestra de ", "palestra do ", "palestra da ", "talk di ",
            "intervento di ", "vortrag von ", "talk von ", " by ", " par ", " von ", " por ", " speaker ", " presenter ", " speakers ",
            " given by ", " by the ", " mit ", " avec ", " speaker, ", " with ", " erläuterte ", " erklärte ", " zeigte ", " orateur ",
            " oratrice ", " présentée par ", " présenté par "];

    /// <summary>Words that join two names.</summary>
    internal static readonly string[] NameJoints =
        [" and ", " & ", " + ", " et ", " und ", " y ", " with ", " avec ", " mit ", " con ", " / ", "／", "、", ";", "&"];

    /// <summary>What a list of speakers ends in when it is not the whole list.</summary>
    internal static readonly WordList Others =
        new("others", "many others", "more", "friends", "co", "andere", "weitere", "les autres", "d'autres", "otros");

    /// <summary>What stands between a name and a company, a place or another name of the same person.</summary>
    internal static readonly string[] NameEnds =
        [" from ", " of ", " at ", " @ ", " de chez ", " chez ", " bei ", " vom ", " von der ", " aka ", " a.k.a. ", " a.k.a ", " alias ",
            " ~ ", " - ", " – ", " — ", " | ", "：", ": "];

    /// <summary>Titles of courtesy behind a name, without a space.</summary>
    internal static readonly string[] HonorificEnds = Han.BothForms("さん", "さま", "氏", "先生", "様", "君", "님", " 씨", "老师");

    /// <summary>Days of the week.</summary>
    internal static readonly WordList Weekdays = new(
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag",
        "freitag", "samstag", "sonntag",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes",
        "sábado", "domingo");

    /// <summary>Beginnings of the names of months.</summary>
    internal static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "okt", "dez", "mai", "févr", "mars", "avri",
            "juin", "juil", "août", "ener", "abri", "agos", "dici"];

    /// <summary>Words that make "X on Y" and "X by Y" something else than a person: articles, pronouns, verbs, and what titles are made
    /// of.</summary>
    internal static readonly WordList NotNames = new(
        "a", "an", "the", "and", "or", "but", "of", "in", "at", "to", "for", "with", "without", "from", "by", "on", "as", "is", "are",
        "was", "were", "be", "do", "does", "did", "not", "no", "yes", "so", "if", "then", "than", "that", "this", "these", "those", "it",
        "its", "i", "you", "we", "they", "he", "she", "my", "your", "our", "their", "his", "her", "me", "us", "them",
        "how", "why", "what", "when", "where", "who", "which", "can", "could", "should", "will", "would", "let", "let's", "get", "getting",
        "go", "going", "make", "making", "use", "using", "more", "less", "most", "all", "any", "some", "every", "new", "old", "good",
        "better", "best", "bad", "big", "small", "great", "first", "last", "next", "one", "two", "three", "about", "after", "before",
        "between", "into", "over", "under", "up", "down", "out", "off",
        "therefore", "however", "also", "then", "next", "finally", "during", "since", "while", "because", "although", "though", "here",
        "there", "now", "again", "many", "much", "several", "each", "both", "another", "other", "such", "only", "just", "even", "still",
        "thanks", "thank", "please", "hi", "hello", "hey", "hallo", "liebe", "bonjour", "dear", "oh", "well", "ok", "maybe", "perhaps",
        "dude", "someone", "somebody", "people", "everybody", "nobody", "who's", "it's", "i'm", "i've", "there's", "that's", "don't",
        "can't", "isn't", "doesn't", "won't", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
        "introduction", "intro", "overview", "summary", "conclusion", "notes", "thoughts", "questions", "question", "answers", "examples",
        "example", "links", "slides", "video", "code", "coding", "talk", "talks", "talking", "session", "sessions", "keynote", "keynotes",
        "panel", "workshop", "tutorial", "speaker", "speakers", "conference", "meetup", "event", "day", "lunch", "opening", "closing",
        "welcome", "lightning", "ignite", "open", "space", "spaces",
        "data", "web", "software", "hardware", "system", "systems", "design", "development", "developer", "developers", "engineering",
        "engineer", "programming", "program", "management", "manager", "testing", "tests", "test", "performance", "security", "network",
        "networks", "server", "servers", "service", "services", "cloud", "mobile", "application", "applications", "app", "apps", "api",
        "apis", "platform", "platforms", "framework", "frameworks", "library", "libraries", "tool", "tools", "language", "languages",
        "machine", "learning", "deep", "artificial", "intelligence", "science", "scientific", "computing", "computer", "computers",
        "analysis", "analytics", "architecture", "architectures", "infrastructure", "automation", "automated", "continuous", "integration",
        "delivery", "deployment", "monitoring", "database", "databases", "storage", "search", "model", "models", "process", "processes",
        "project", "projects", "product", "products", "team", "teams", "work", "working", "world", "future", "state", "building", "builds",
        "build", "creating", "writing", "running", "scaling", "understanding", "modern", "practical", "advanced", "functional", "reactive",
        "distributed", "parallel", "real", "time", "source", "free", "digital", "virtual", "global", "local", "public", "private", "social",
        "media", "news", "case", "study", "studies", "lessons", "tips", "tricks", "guide", "history", "story", "stories", "life", "art",
        "power", "secrets", "features", "feature", "patterns", "pattern", "techniques", "type", "types", "class", "classes", "function",
        "functions", "object", "objects", "memory", "queue", "events", "stream", "streams", "streaming", "containers", "container", "configuration", "operations", "release", "releases", "version", "control", "user", "users", "experience", "interface", "content", "community", "business", "company", "market", "research", "education", "quality", "change", "growth", "culture", "remote", "venture", "capital", "national", "international", "university", "institute", "foundation", "group", "labs", "lab", "inc", "ltd", "gmbh", "corp", "technologies", "technology", "solutions", "consulting", "company", "studio", "digital", "center", "centre", "college", "school", "department", "ministry", "city", "street", "road", "house", "part", "chapter", "track", "room", "hall", "stage", "morning", "afternoon", "evening", "night", "today", "tomorrow", "everything", "nothing", "something", "everyone", "things", "thing", "way", "ways", "step", "steps", "level", "levels", "issue", "issues", "problem", "problems", "solution", "answer", "idea", "ideas", "key", "main", "core", "full", "stack", "front", "back", "end", "frontend", "backend", "client", "side", "native", "hybrid", "progressive", "responsive", "accessible", "accessibility", "usability", "agile", "lean", "scrum", "kanban", "devops", "microservices", "serverless", "javascript", "typescript", "python", "java", "ruby", "rust", "golang", "kotlin", "swift", "scala", "haskell", "perl", "php", "drupal", "django", "rails", "react", "angular", "vue", "node", "docker", "kubernetes", "linux", "windows", "android", "google", "microsoft", "amazon", "facebook", "apple", "netflix", "twitter", "github", "git", "css", "html", "sql",
        "der", "die", "das", "ein", "eine", "und", "oder", "mit", "hilfe", "ohne", "für", "ist", "sind", "wie", "warum", "was", "wann",
        "wo", "wer", "im", "am", "vom", "zum", "zur", "auf", "aus", "bei", "nach", "über", "unter", "entwicklung", "einführung",
        "überblick", "neue", "neues", "beste", "erste", "erster",
        "le", "la", "les", "un", "une", "des", "du", "et", "ou", "dans", "pour", "avec", "sans", "sur", "par", "est", "sont", "comment",
        "pourquoi", "quoi", "quand", "qui", "notre", "votre", "nos", "vos", "mon", "ma", "mes", "introduction", "présentation", "retour",
        "développement", "journée", "nouveautés", "première", "première",
        "el", "los", "las", "una", "unos", "y", "para", "como", "cómo", "qué", "por", "desarrollo", "introducción");

    /// <summary>Words of <see cref="NotNames"/> that people are called as well, behind a first name: <c>Cy Day</c>, <c>Selena
    /// Small</c>.</summary>
    internal static readonly WordList SurnamesToo =
        new("day", "small", "good", "best", "may", "march", "case", "key", "house", "street", "hall", "story", "art", "night", "power",
            "back", "free", "way", "group", "new", "old", "big", "great", "long", "young", "ma", "so", "an", "do", "still", "see", "real");

    /// <summary>What no name holds in scripts without capitals: counting words, labels, what a heading says of itself.</summary>
    internal static readonly string[] NotNameParts =
        Han.BothForms("번째", "소개", "발표", "자료", "第", "部分", "录音", "共筆", "視頻", "视频", "幻灯", "资料", "録音", "資料", "総評", "总结", "總結", "大会", "演讲", "这种",
            "主题", "作者", "关于", "背景", "前言", "项目", "来源", "图片", "其中", "会议", "培训", "日程", "议程", "链接", "대표", "팀장", "개발자", "여러분", "교수", "저자");

    /// <summary>The same before a surname: <c>Will Stephen</c>.</summary>
    internal static readonly WordList FirstNamesToo = new("will", "may", "june", "april", "august", "art", "dee", "ruby", "summer");

    /// <summary>Small words inside names: <c>Guido van Rossum</c>.</summary>
    internal static readonly WordList NameParticles = new(
        "van", "von", "de", "der", "den", "da", "di", "do", "dos", "das", "del", "della", "la", "le", "el", "al", "bin", "ibn", "ben",
        "ten", "ter", "af", "av", "zu", "zur", "saint", "st", "san", "du", "des", "e");

    /// <summary>Words that mark a company or a job behind a name.</summary>
    internal static readonly WordList Affiliations = new(
        "inc", "inc.", "ltd", "llc", "gmbh", "ag", "sa", "sas", "labs", "lab", "group", "university", "university,", "institute",
        "foundation", "software", "systems", "technologies", "technology", "consulting", "solutions", "hat", "google", "microsoft",
        "amazon", "aws", "ibm", "oracle", "netflix", "facebook", "twitter", "intel", "vmware", "pivotal", "spotify", "uber", "shopify",
        "github", "gitlab", "mozilla", "thoughtworks", "heptio", "docker", "cloud", "networks", "media", "studio", "studios", "digital",
        "devices", "instruments", "industries", "games", "partners", "robotics", "ventures", "bank", "team", "conf", "conference",
        "conferences", "summit", "meetup",
        "engineer", "engineering", "developer", "director", "ceo", "cto", "cio", "vp", "founder", "co-founder", "cofounder", "lead",
        "leader", "head", "manager", "architect", "consultant", "professor", "senior", "sr", "sr.", "principal", "staff", "chief",
        "officer", "evangelist", "advocate", "author", "creator", "maintainer", "designer", "researcher", "scientist", "analyst",
        "president", "student", "phd", "freelance", "freelancer", "member", "of", "at", "from", "the", "for", "@",
        "entwickler", "entwicklerin", "berater", "leiter", "geschäftsführer", "chez", "développeur", "développeuse", "directeur",
        "directrice", "architecte", "expert", "experte", "fondateur", "ingénieur", "responsable", "bei");

    /// <summary>Titles that stand before or behind a name and are no part of it.</summary>
    internal static readonly WordList Honorifics =
        new("dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "herr", "frau", "m.", "mme",
            "dipl.-inf.", "ing.");

    /// <summary>Words of a line that says who took a picture or wrote the post.</summary>
    internal static readonly WordList Credits =
        new("photo", "photos", "picture", "image", "flickr", "unsplash", "credit", "credits", "via", "foto", "bild", "posted", "written",
            "crédit");

    /// <summary>Words in a title that tells of a whole event.</summary>
    internal static readonly WordList Recaps =
        new("recap", "report", "summary", "highlights", "impressions", "retrospective", "thoughts", "notes", "talks", "takeaways",
            "wrap-up", "roundup", "picks", "retour", "bilan", "compte-rendu", "résumé", "bericht", "rückblick", "eindrücke", "nachlese",
            "vorträge", "メモ", "感想", "レポート", "まとめ", "见闻", "总结", "후기", "정리");

    /// <summary>What a line below a talk's title leads to.</summary>
    internal static readonly WordList Materials = new(
        "slides", "slide deck", "slidedeck", "deck", "link to slides", "slides here", "the slides", "video", "recording", "youtube",
        "slideshare", "speakerdeck", "speaker deck",
        "folien", "aufzeichnung", "diapos", "les slides", "diapositivas", "スライド", "発表資料", "登壇資料", "動画", "课件", "幻灯", "投影片", "简报", "视频", "录音",
        "발표자료", "발표 자료", "슬라이드");

    /// <summary>What makes a talk a keynote.</summary>
    internal static readonly WordList KeynoteWords =
        new("keynote", "keynotes", "plenary", "eröffnungsvortrag", "hauptvortrag", "plénière", "conférence d'ouverture", "plenaria",
            "charla inaugural", "基調講演", "キーノート", "主题演讲", "主題演講", "키노트", "기조연설", "기조강연");

    /// <summary>What makes a session a panel.</summary>
    internal static readonly WordList PanelWords =
        new("panel", "panels", "roundtable", "round table", "podiumsdiskussion", "podium", "diskussionsrunde", "table ronde",
            "mesa redonda", "パネル", "座談会", "圆桌", "圓桌", "패널", "좌담회");

    /// <summary>What makes a session a workshop.</summary>
    internal static readonly WordList WorkshopWords =
        new("workshop", "workshops", "tutorial", "tutorials", "hands-on", "hands on", "masterclass", "atelier", "ateliers",
            "travaux pratiques", "taller", "talleres", "ワークショップ", "ハンズオン", "チュートリアル", "工作坊", "动手实验", "워크숍", "워크샵", "튜토리얼", "핸즈온");

    /// <summary>What makes a talk a lightning talk.</summary>
    internal static readonly WordList LightningWords =
        new("lightning", "lightning talk", "lightning talks", "lightning session", "ignite", "ignite talk", "ignite talks", "quickie",
            "quickies", "lt", "lts", "kurzvortrag", "kurzvorträge", "blitzvortrag", "blitzvorträge", "conférence éclair", "talk éclair",
            "charla relámpago", "charlas relámpago", "ライトニング", "lt大会", "闪电", "閃電", "라이트닝");

    /// <summary>What makes a session one of nothing but questions. A bare "Q&amp;A" is the question round of the talk before it.</summary>
    internal static readonly WordList QuestionSessions = new(
        "ask me anything", "ask us anything", "ask the expert", "ask the experts", "ama", "q&a with", "q & a with", "q&a mit", "q&a avec",
        "q&a con", "fragestunde", "frag mich alles", "questions ouvertes", "posez vos questions", "何でも聞いて", "質問コーナー", "有问必答", "무엇이든 물어보세요");

    /// <summary>Tags, categories, folders and title words of posts about talks.</summary>
    internal static readonly WordList EventWords = new(
        "event", "events", "conference", "conferences", "conf", "meetup", "meetups", "meeting", "talk", "talks", "barcamp", "unconference",
        "camp", "symposium", "hackathon", "devoxx", "jug", "usergroup", "keynote", "lightning", "session", "sessions", "recap", "miniconf",
        "congress", "fosdem", "techday", "techdays", "con", "livetweet", "liveblog", "lecture", "lectures", "webinar", "seminar",
        "veranstaltung", "veranstaltungen", "konferenz", "konferenzen", "tagung", "treffen", "kongress", "vortrag", "vorträge",
        "vortragsnotizen", "bericht", "eindrücke",
        "conférence", "conférences", "conference-fr", "les-conferences", "soirée", "rencontre", "rencontres", "retour", "compte-rendu",
        "évènement", "événement", "evenement", "salon", "charla", "charlas", "conferencia", "evento", "eventos",
        "イベント", "勉強会", "カンファレンス", "参加", "参加レポート", "レポート", "メモ", "登壇", "セミナー", "行ってきた", "聴講", "会议", "大会", "见闻", "技术大会", "沙龙", "峰会", "聚会",
        "活动", "分享", "참관", "컨퍼런스", "다녀왔", "참가", "세미나", "밋업", "후기", "참석");

    /// <summary>What names of events end in: "PyCon", "RustConf", "DevFest".</summary>
    internal static readonly string[] EventEndings = ["con", "conf", "fest", "festa", "kaigi", "summit", "days"];

    /// <summary>What folders of notes are called beside <see cref="Notes"/>, where an event is in the folder's name as well.</summary>
    internal static readonly WordList NoteFolders = new("review", "reviews", "study");

    /// <summary>Words for notes and abstracts of many things.</summary>
    internal static readonly WordList Notes = new("notes", "abstracts", "notizen", "résumés", "要旨", "メモ", "笔记", "노트");

    /// <summary>Words that a text about talks uses again and again.</summary>
    internal static readonly WordList TalkWords = new(
        "talk", "talks", "talked", "speaker", "speakers", "spoke", "presentation", "presentations", "presented", "presenter", "session",
        "sessions", "keynote", "keynotes", "slides", "slide", "audience", "conference", "attended", "attendees", "panel", "workshop",
        "lightning", "meetup",
        "vortrag", "vorträge", "vorträgen", "vortrags", "referent", "folien", "konferenz", "besucht", "talk", "sprecher", "publikum",
        "conférence", "conférences", "présentation", "présentations", "présenté", "présente", "orateur", "orateurs", "speaker", "salle",
        "soirée", "charla", "charlas", "ponencia", "presentación",
        "発表", "セッション", "登壇", "スライド", "講演", "勉強会", "カンファレンス", "演讲", "分享", "讲师", "大会", "嘉宾", "议题", "발표", "세션", "컨퍼런스", "연사", "강연");

    /// <summary>What an introduction says of the notes of one talk.</summary>
    internal static readonly string[] OneTalk = Han.BothForms(
        "notes from a talk", "notes on a talk", "notes of a talk", "notes from the talk", "notes on the talk", "notes from a presentation",
        "notes for the talk", "during a presentation", "during a talk", "this talk", "the talk", "this presentation", "the presentation",
        "a talk by", "a presentation by", "a talk on", "a presentation on", "talk by", "presentation given", "'s talk", "'s presentation",
        "'s session", "'s keynote", "’s talk", "’s session",
        "der vortrag", "dieser vortrag", "vortrag von", "ein vortrag", "cette présentation", "cette conférence", "conférence de", "この発表",
        "本次演讲", "이 발표");

    /// <summary>Words of a post that announces talks: nothing was heard yet.</summary>
    internal static readonly string[] PlanWords = Han.BothForms(
        "planning to attend", "plan to attend", "going to attend", "i'll be attending", "i will be attending", "will be speaking",
        "i'm going to see", "looking forward to", "call for papers", "call for proposals", "register now", "registration is open",
        "will be held", "will take place", "upcoming", "we are pleased to announce", "join us", "rsvp", "agenda for", "talks i want to see",
        "sessions i want",
        "anmeldung", "wird stattfinden", "findet statt", "laden ein", "inscrivez-vous", "inscription", "aura lieu", "va avoir lieu",
        "prochainement", "se tiendra", "programme de la soirée",
        "開催します", "募集", "参加登録", "예정입니다", "열립니다", "열릴 예정", "진행될 예정", "报名", "时间地点", "活动时间", "活动地点", "참가 신청", "모집",
        "i'll be going", "i want to see", "i'd like to see", "like to attend", "want to attend", "i would attend", "will be presenting",
        "picks for", "my picks", "session picks", "sign up", "hope to see you", "see you there", "register here", "first talk is from");

    /// <summary>The same in a title or heading, where one is enough.</summary>
    internal static readonly string[] PlanTitles = Han.BothForms(
        "plans for", "my plans", "session picks", "picks", "preview", "announcing", "announcement", "가이드", "how to register", "invite",
        "i want to see", "to attend", "invitation", "call for", "upcoming", "save the date", "schedule for",
        "ankündigung", "einladung", "vorschau", "anmeldung", "annonce", "inscription", "invitación", "告知", "開催案内", "募集", "报名", "预告", "招募",
        "预热", "안내", "모집", "신청");

    /// <summary>What stands between a speaker and 《the title》 in Chinese, longest first.</summary>
    internal static readonly string[] GivesTalk =
        Han.BothForms("分享的主题是", "他的主题是", "她的主题是", "演讲主题是", "主题是", "给大家分享", "给大家带来", "为大家带来", "给大家讲述", "带来的", "分享的", "主讲的", "演讲的", "讲的",
            "带来", "分享", "主讲", "讲述", "介绍", "的");

    /// <summary>What jobs are called in Chinese and Japanese, behind a name.</summary>
    internal static readonly string[] JobParts =
        Han.BothForms("作者", "专家", "專家", "工程师", "工程師", "架构师", "负责人", "总监", "创始人", "教授", "博士", "经理", "开发", "エンジニア", "代表", "取締役", "教員");

    /// <summary>Verbs of a text that reports.</summary>
    internal static readonly WordList Reported = new(
        "talked", "spoke", "presented", "gave", "showed", "explained", "described", "discussed", "demonstrated", "mentioned", "told", "was",
        "were", "enjoyed", "attended", "learned",
        "war", "waren", "hielt", "zeigte", "sprach", "était", "étaient", "fue", "fueron");
}
