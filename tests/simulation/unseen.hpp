// SPDX-License-Identifier: MIT
// Keeps the simulation out of the thread sanitizer's sight, so that it judges the code under test by its own locks
// alone: that tasks take turns would hide every race.
#pragma once

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define APIVIDEO_SIMULATION_FINDS_RACES
#endif
#endif
#if defined(__SANITIZE_THREAD__)
#define APIVIDEO_SIMULATION_FINDS_RACES
#endif

#ifdef APIVIDEO_SIMULATION_FINDS_RACES
extern "C" {
void AnnotateIgnoreReadsBegin(const char* file, int line);
void AnnotateIgnoreReadsEnd(const char* file, int line);
void AnnotateIgnoreWritesBegin(const char* file, int line);
void AnnotateIgnoreWritesEnd(const char* file, int line);
void AnnotateIgnoreSyncBegin(const char* file, int line);
void AnnotateIgnoreSyncEnd(const char* file, int line);
}
#endif

namespace apivideo::simulation {

inline void begin_unseen() {
#ifdef APIVIDEO_SIMULATION_FINDS_RACES
    AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
    AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    AnnotateIgnoreSyncBegin(__FILE__, __LINE__);
#endif
}

inline void end_unseen() {
#ifdef APIVIDEO_SIMULATION_FINDS_RACES
    AnnotateIgnoreSyncEnd(__FILE__, __LINE__);
    AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
    AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
#endif
}

/// Around code of the simulation that the code under test calls. May be nested.
class Unseen {
  public:
    Unseen() { begin_unseen(); }
    ~Unseen() { end_unseen(); }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
};

/// Around a call of the code under test, within one Unseen.
class Seen {
  public:
    Seen() { end_unseen(); }
    ~Seen() { begin_unseen(); }
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;
};

}  // namespace apivideo::simulation
