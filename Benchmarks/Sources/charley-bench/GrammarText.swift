extension Grammar {
    /// What the generated people say. Words of its own, not the lexicon's: some of it charley does not know.
    static let text = """
        utterance = {tells}{more?45}{more?20}{asks?15} | {tells}{more?60} | {tells}, {denies}{more?30} | {tells} {because} {asks?25}
        utterance = {denies}, {denies?60} | {scare}. {began?70} | {scare} and {tells} | {asks} {tells?55} | {chats} {tells?20} | {for} {tells}
        answer = {yesno} | {yesno}, {denies} | {yesno} | {where} | it's {where} | {how} | I'd call it {how} | {long} | {often} | {because} | {denies}
        answer = {scare} | {asks} | {chats} | {count} | {count} out of ten | {count}/10 | {tells}
        yesno = yes | no | nope | nah, nothing like that | yeah a little | sort of | not that I noticed | I have no idea | yep | none of them | no thanks
        tells = {start} {how?65} {what} {place?85} {long?55} {often?25} {because?20} | my {part} {does} {long?50} | {what} {place} {long?40}, {how?50}
        tells = my {part} went into {what} {when} | it feels like {like} {place} | {start} {what} {place} and {what} {place}
        start = I've had | I keep having | there's | I woke up to | I'm troubled by | I got hit with | lately I notice | I am dealing with | still have this
        for = my wife says | asking for my father, | it's my flatmate: | my kid is fine but | grandad complains:
        how = awful | pretty mild | fierce | nasty | a bit of | the odd | brutal | some | serious | not so bad | crippling | {count} out of 10 | really strong
        what = cramping | a cramp | spasms | a spasm | tightness | a dull ache | stabbing pain | a twitch | soreness | pins and needles | a hard knot | a seizing feeling | stiffness
        place = in {where} | around {where} | across {where} | right in {where} | down {where}
        where = my {side?45} {part} | the {part} | my {part} and {part} | the {side} side of my {part} | {side} {part}
        side = left | right | upper | lower | inner | outer
        part = calf | back | leg | thigh | shoulder | foot | arch | ribs | hip | hamstring | neck | hand | forearm | belly | backside | ankle | spine | loins | knee
        does = locks up | keeps jumping | seizes | is killing me | gives way | hurts like mad | has gone tight | feels like wood | won't relax
        long = for {count} {unit} | for {count}-{count} {unit} | for roughly {count} {unit} | since {when} | these last {count} {unit} | lasting {count} to {count} {unit} | on and off for {count} {unit} | for {count}–{count} {unit}
        began = It began {count} {unit} ago | That started {when} | First noticed {when}
        when = yesterday | last night | on Monday | this morning | last spring | a fortnight ago | at the weekend | in 2019 | two hours ago | during the night
        often = {count} times a {one} | every single {one} | most nights | now and again | all day long | whenever I stand up | about once a {one}
        one = day | night | week | hour | month
        unit = seconds | minutes | hours | days | nights | weeks | months | years
        age = 19 | 34 | 52 | 67 | 81
        count = 1 | 2 | 3 | 4 | 6 | 8 | 9 | 11 | 15 | 30 | two | three | five | six | eight | ten | a few | several | half a dozen
        because = after a long hike | since I lifted the pram | from sitting all day | after squash | when I bend | when I breathe deep | after a tumble downstairs | after the gym | if I cough | while asleep | ever since the baby | after the new tablets
        more = . {denies} | , and {denies} | . {tried} | . Also {scare} | . {chats} | , {like} | . It gets worse {because} | . Better when I {relief}
        denies = no {bad} | no {bad} or {bad} | I haven't noticed any {bad} | not a trace of {bad} | never had {bad} | without {bad} | I don't think there's {bad} | no {bad}, {bad} or {bad}
        bad = fever | numbness | swelling | weakness | redness | bleeding | accidents with my bladder | trouble breathing | chest tightness | weight loss | chills | bruising | tingling
        scare = I can't pee | my saddle area is numb | my foot drags | I passed out | my lips are swelling | one calf is hot and fat | my chest feels crushed | I leak wee | my speech went slurred | my wee is like cola | I coughed up blood | my foot is cold and white | I don't want to go on | I'm on chemo and shivering | I fell off a ladder
        tried = I took {drug} | {drug} did nothing | {drug} took the edge off | tried {drug} and {drug}
        drug = paracetamol | naproxen | a heat pad | ice | stretching | tonic water | magnesium | a hot shower | rest | massage | my statin
        relief = lie down | stretch | walk it off | sit still | rub it | put my feet up
        like = like a vice | a rope pulled tight | an electric shock | it comes out of nowhere | and I can hardly sleep | it makes me want to cry | like toothache
        asks = Do I need a scan? | What is this? | Is it my heart? | Should I ring someone? | May I keep running? | Is it dangerous? | Will it go away by itself? | Hot or cold? | How come it is always at night? | Could it be a clot? | Why do you ask?
        chats = hello | good evening | cheers for that | let me think | the bus was late again | I'm {age} years old | sorry, I meant the other one | I work in a bakery | what do you mean | go back please | you are useless | the match was great yesterday | bye now
        """
}
