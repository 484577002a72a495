// What charley's REPL uses of GNU readline (GPL-3).
//
// Swift 6 refuses mutable C globals as unsafe under concurrency. Those we use are declared again
// here as nonisolated(unsafe): readline is used from one thread only, the one that runs the REPL.
#ifndef CHARLEY_CREADLINE_SHIM_H
#define CHARLEY_CREADLINE_SHIM_H

#include <stdio.h>
#include <readline/history.h>
#include <readline/readline.h>

#define CRL_UNSAFE __attribute__((swift_attr("nonisolated(unsafe)")))

extern CRL_UNSAFE int rl_catch_signals;
extern CRL_UNSAFE int rl_catch_sigwinch;
extern CRL_UNSAFE int rl_change_environment;
extern CRL_UNSAFE int rl_attempted_completion_over;
extern CRL_UNSAFE int rl_completion_append_character;
extern CRL_UNSAFE int rl_point;
extern CRL_UNSAFE int rl_end;
extern CRL_UNSAFE char *rl_line_buffer;
extern CRL_UNSAFE rl_completion_func_t *rl_attempted_completion_function;

#endif
