# The two commands a newcomer needs: `make run` and `make test`. Both set the machine up first.
# ARGS are handed on: make run ARGS="--region GB", make test ARGS="--filter HouseTests".

.POSIX:
.PHONY: run test build check lint format bench fuzz clean setup
ARGS =
RELEASE = .build/release/charley

run: build
	@$(RELEASE) $(ARGS)

build: setup
	@swift build -c release --product charley </dev/null >&2

test:
	@Setup/setup.sh test
	SWIFT_BACKTRACE=enable=no swift test --disable-xctest $(ARGS) </dev/null

# Reads the knowledge in Intents/ strictly, and runs every example in it.
check: build
	@$(RELEASE) check $(ARGS)

lint: setup
	swift format lint --strict -r -p Sources Tests Package.swift

format: setup
	swift format format -i -r -p Sources Tests Package.swift

# A package of its own, so that the main one stays light.
bench: setup
	@Benchmarks/run $(ARGS)

# Ten minutes of whatever libFuzzer thinks up, in a package of its own. `make test` replays what was found.
fuzz: setup
	@Tests/FuzzTests/Fuzzing/run $(ARGS)

clean:
	rm -rf .build Benchmarks/.build Tests/FuzzTests/Fuzzing/.build

setup:
	@Setup/setup.sh
