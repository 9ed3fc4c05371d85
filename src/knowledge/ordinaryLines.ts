/**
 * What people say in any scene. Nothing is taught by it: an adapter learns from these lines what its examples must be
 * told from, and which words are too common to count.
 */
export const ORDINARY_LINES: readonly string[] = `
hello
hi there, how are you?
good morning everybody
bye, see you later
thanks a lot
thank you, that was interesting
sorry, I didn't get that
yes please
no, not now
ok
wait a moment
come here please
follow me
let's go
where are we going?
where is the exit?
where can I sit down?
what time is it?
when do you close?
how much does it cost?
how long does it take?
who are you?
what's your name?
do you work here?
can you help me?
can you repeat that?
what is that?
what is this thing here?
what's that over there?
who made it?
how old is it?
is it real?
what is it made of?
what is it for?
why is it so big?
which one do you like best?
tell me more about it
tell me something about this place
show me something else
look at that one
look, over there!
look at me
the one on the left
the red one, not the blue one
the big one behind you
the other one
can I touch it?
can I take a photo?
don't touch that
be careful
did you hear that?
what was that noise?
it's too loud in here
somebody is coming
is anybody there?
I like it
I don't like it
that's beautiful
this is boring
I am tired
I'm hungry
I need a coffee
it's cold in here
my friend is late
my mother would love this
we have been here before
I want to go home
I have no idea
never mind
you are funny
that's a good question
what happened?
what do you think?
how does it work?
how do I get in?
has anyone seen my keys?
is this the right way?
shall we go on?
what comes next?
it is raining outside
the green one
take the white one away
is that blue or purple?
the small yellow thing
a brown one, and a black one
the big grey one over there
is it gold or silver?
the pink and the orange one
the man in the hat
who is that woman?
that lady is waiting
the guy at the back
the boy and the girl
are you listening?
can you hear me?
listen to me
do you see the box?
pick up that bag
put the cup down
bring me a plate
is there a chair?
open the door
the plant by the window
`
  .trim()
  .split("\n");
